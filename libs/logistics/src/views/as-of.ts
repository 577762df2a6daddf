import { latest } from '#read-models';
import { type RawBuilder, sql } from 'kysely';

export interface BothTimes {
  readonly at: number;
  /** Absent: by all that is known. */
  readonly knownAt?: number | undefined;
}

/** Whether a timeline's piece counts at an instant, as it was known at another: `… join box_place p on p.subject = b.box and ${holds('p', times)}`. */
export const holds = (alias: string, { at, knownAt = latest }: BothTimes): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<boolean>`${of('effective_from')} <= ${at} and ${of('effective_to')} > ${at} and ${of('known_from')} <= ${knownAt} and ${of('known_to')} > ${knownAt}`;
};

/** Whether a station's or an area's code lies in the area: a range, which an index finds. */
export const within = (code: string, area: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(code)} >= ${area} and ${sql.ref(code)} < ${`${area}~`}`;
