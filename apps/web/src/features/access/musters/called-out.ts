import type { Schemas } from '../../../shared/api/names.ts';

type State = Schemas['AccountFor']['state'];

/** Somebody who is to be found, or was found although nobody sought them. */
export interface CalledOut {
  readonly visit: string;
  readonly name: string | null;
  readonly badge: string | null;
  readonly zone: string | null;
  readonly expected: boolean;
  /** Nobody saw them leave: they may be inside. */
  readonly exitNotObserved: boolean;
  readonly state: State | null;
}

interface Inside {
  readonly visit: string;
  readonly name: string | null;
  readonly badge: string | null;
  readonly zone: string | null;
  readonly inner: boolean;
  readonly exitNotObserved: string | null;
}

/**
 * The muster's list once the log has it, else whoever is known to be inside. What was said on this phone counts at
 * once. Who is missing comes first.
 */
export function calledOut(
  mustered: readonly Schemas['Mustered'][] | undefined,
  inside: readonly Inside[],
  here: ReadonlyMap<string, State>,
): readonly CalledOut[] {
  const where = new Map<string, Inside>();
  for (const stay of inside) if (stay.inner || !where.has(stay.visit)) where.set(stay.visit, stay);
  const list = mustered ?? [...where.values()].map((stay) => ({ ...stay, expected: true, exitNotObserved: stay.exitNotObserved !== null, state: null }));
  return list
    .map(({ visit, name, expected, exitNotObserved, state }) => ({
      visit,
      name,
      badge: where.get(visit)?.badge ?? null,
      zone: where.get(visit)?.zone ?? null,
      expected,
      exitNotObserved,
      state: state ?? here.get(visit) ?? null,
    }))
    .sort((one, other) => Number(one.state !== null) - Number(other.state !== null) || (one.name ?? '').localeCompare(other.name ?? ''));
}
