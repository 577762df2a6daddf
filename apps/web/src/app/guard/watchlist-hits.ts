import type { Problem } from '../../shared/api/problem.ts';

/** The entries of the watchlist that stand against a guest's admission, as the refusal names them. */
export function hitsOf(problem: Problem | undefined): readonly string[] {
  const entries = problem?.objections?.find(({ code }) => code === 'access.watchlist-hit')?.details['entries'];
  return Array.isArray(entries) ? entries.filter((entry): entry is string => typeof entry === 'string') : [];
}
