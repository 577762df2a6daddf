import type { Schemas } from '../../../shared/api/names.ts';

export type Run = Schemas['RunOnBoard'];

/** How far runs are, as a dispatcher looks at them: what needs somebody stands first. */
export const stages = ['late', 'loading', 'under-way', 'planned', 'arrived'] as const;
export type Stage = (typeof stages)[number];

export function stageOf({ status, overdue, loaded }: Run): Stage {
  if (status === 'arrived') return 'arrived';
  if (overdue) return 'late';
  if (status === 'under-way') return 'under-way';
  return loaded > 0 ? 'loading' : 'planned';
}

/** By when each is due, the first one first. */
export function runsIn(stage: Stage, runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => stageOf(run) === stage).sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''));
}
