import { action, processManager } from '#processes';
import { type RawBuilder, sql } from 'kysely';
import { forever } from '#read-models';
import { noticeOverdueVisit } from '../features/notice-overdue-visit/notice-overdue-visit.ts';
import { places } from '../views/places.projection.ts';
import { presence } from '../views/presence.projection.ts';
import { unbounded } from '../views/spans.ts';
import { visits } from '../views/visits.projection.ts';

interface Overdue {
  readonly visit: string;
  readonly post: string;
  readonly guest: string;
  readonly allowed_until: number;
}

/** Guests who are inside and have a time to be out by, of which nobody has said yet that it passed. */
const watched = (since: number): RawBuilder<unknown> => sql`
  from post p cross join stay s on s.post = p.post and s.span = ${sql.lit(unbounded)} join visit v on v.visit = s.visit
  where s.is_inner = 0 and s.known_to = ${sql.lit(forever)} and s."left" is null and s.unobserved is null
    and s.known_from >= ${since} and v.allowed_until is not null and v.overdue_noticed is not v.allowed_until`;

/** A visit that goes on past its allowed time is noticed, once for each time it was allowed. */
export const noticeOverdueVisits = processManager({
  name: 'notice-overdue-visits',
  from: [presence, visits, places],
  due: (_, { now, since }) =>
    sql<Overdue>`select v.visit, v.post, v.guest, v.allowed_until ${watched(since)} and v.allowed_until < ${now} order by v.allowed_until, v.visit`,
  // It is past its time from the millisecond after.
  nextDeadline: (_, { now, since }) => sql<{ due: number | null }>`select min(v.allowed_until) + 1 as due ${watched(since)} and v.allowed_until >= ${now}`,
  act: ({ visit, post, guest, allowed_until: allowedUntil }) =>
    action({ key: `${visit} ${allowedUntil}`, slice: noticeOverdueVisit, asked: { visit, post, guest, allowedUntil } }),
});
