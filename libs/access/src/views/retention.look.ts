import { sql } from 'kysely';
import { look, forever } from '#read-models';
import { presence } from './presence.projection.ts';
import { visits } from './visits.projection.ts';
import { watchlist } from './watchlist.projection.ts';

/** Whether what is kept of a guest may be erased: they did visit, are nowhere inside, and stand on no watchlist. */
export const guestMayGo = look({
  name: 'access.guest-may-go',
  from: [presence, visits, watchlist],
  find: ({ guest, at }: { guest: string; at: number }) =>
    sql<{ visits: number; inside: number; watched: number }>`select
      exists (select 1 from visit where guest = ${guest}) as visits,
      exists (select 1 from stay where guest = ${guest} and is_inner = 0 and known_to = ${forever} and "left" is null and unobserved is null) as inside,
      exists (select 1 from watch where person = ${guest} and removed is null and until > ${at}) as watched`,
  answer: ([row]) => row?.visits === 1 && row.inside === 0 && row.watched === 0,
});
