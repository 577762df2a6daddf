import { sql } from 'kysely';
import { forever } from '#read-models';

/** The revision of the last stay at the gate of the visit `visit.visit`, as it is now believed: a join's condition. */
export const lastStay = sql<number>`(
  select l.revision from stay l where l.visit = visit.visit and l.is_inner = 0 and l.known_to = ${sql.lit(forever)} order by l.entered desc, l.revision desc limit 1
)`;

export const visitStatuses = ['waiting', 'refused', 'inside', 'exit-not-observed', 'gone'] as const;
export type VisitStatus = (typeof visitStatuses)[number];

interface Standing {
  readonly entered: number | null;
  readonly left: number | null;
  readonly unobserved: number | null;
  readonly refused: number | null;
}

/** Whoever entered after being refused is not refused. */
export function statusOf({ entered, left, unobserved, refused }: Standing): VisitStatus {
  if (entered === null) return refused === null ? 'waiting' : 'refused';
  if (left !== null) return 'gone';
  return unobserved === null ? 'inside' : 'exit-not-observed';
}
