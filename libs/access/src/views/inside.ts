import { type AliasedRawBuilder, type Expression, sql } from 'kysely';
import { latest } from '#read-models';
import type { StayTable } from './presence.tables.ts';
import { everySpan } from './spans.ts';

export interface AsOf {
  readonly post: string | Expression<string>;
  readonly at: number | Expression<number>;
  /** Absent: by all that is known. */
  readonly knownAt?: number | undefined;
}

/** A stay as it was known: an exit that was not known yet is absent. */
export type StayAsKnown = Pick<
  StayTable,
  'visit' | 'revision' | 'is_inner' | 'post' | 'guest' | 'door' | 'badge' | 'entered' | 'entered_recorded' | 'contradicts' | 'unobserved' | 'known_from'
>;

/**
 * The stays of a post that went on at an instant, as they were known at another: `selectFrom(staysAt({ post, at }))`,
 * as the table `inside`. A guest found gone without being seen to go stays in it, with `unobserved`: no exit is invented.
 */
export function staysAt({ post, at, knownAt = latest }: AsOf): AliasedRawBuilder<StayAsKnown, 'inside'> {
  // A row counts only while its end, or the knowledge of its end, lies ahead of one of the instants: see `spans`.
  const since = sql<number>`min(${at}, ${knownAt})`;
  return sql<StayAsKnown>`(
    select s.visit, s.revision, s.is_inner, s.post, s.guest, s.door, s.badge, s.entered, s.entered_recorded, s.contradicts, s.known_from,
      iif(s.unobserved <= ${at}, s.unobserved, null) as unobserved
    from ${everySpan} w cross join stay s
      on s.post = ${post} and s.span = w.span and s.entered <= ${at} and s.entered >= ${since} - w.width
    where s.known_from <= ${knownAt} and s.known_to > ${knownAt}
      and (s."left" is null or s."left" > ${at} or s.left_known > ${knownAt})
  )`.as('inside');
}
