import type { Say } from '../language/language.ts';

const knownContests = ['president', 'dpr', 'dpd', 'dprd-province', 'dprd-regency', 'governor', 'regent'] as const;

/** Which election it is for. */
export function contestName(contest: string | null, t: Say): string {
  const known = knownContests.find((each) => each === contest);
  return known === undefined ? (contest ?? t('contest.unknown')) : t(`contest.${known}`);
}
