import type { Schemas } from '../../../shared/api/names.ts';

/** What came in against the plan, and what corrections make of it. */
export interface AgainstPlan {
  readonly planned: number;
  /** What was received beyond the plan, or less than it. */
  readonly surplus: number;
  /** What was counted again, found or written right; 0: nothing was. */
  readonly corrected: number;
  /** What is left of the difference then. */
  readonly left: number;
  /** A difference of the deliveries that corrections take away, or a part of it. */
  readonly isExplained: boolean;
}

/** Nothing where nobody planned the item. */
export function againstPlan({ planned, surplus, cameIn }: Pick<Schemas['EquationFound'], 'planned' | 'surplus' | 'cameIn'>): AgainstPlan | undefined {
  if (planned === null || surplus === null) return undefined;
  const corrected = cameIn.find(({ term }) => term === 'corrected')?.quantity ?? 0;
  return { planned, surplus, corrected, left: surplus + corrected, isExplained: surplus * corrected < 0 };
}
