import { latest } from '#read-models';
import type { Instant } from '#kernel';
import { Id, Moment, Optional, Words } from '#http';
import type { QueryCircumstances } from '#read-models';
import type { Scope } from '#kernel';
import { type RawBuilder, sql } from 'kysely';
import { holds } from './as-of.ts';
import type { Term } from './terms.ts';

/** At which instant, and by what was known at which. */
export abstract class AsOf {
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

/** What had happened by then, of what was known by then. */
export const standing = ({ at, knownAt = latest }: AsOf, { now }: Pick<QueryCircumstances, 'now'>): RawBuilder<boolean> =>
  sql<boolean>`at <= ${at ?? now} and known_from <= ${knownAt}`;

/**
 * Where the units of a posting are: those of a draw are where the box is that took it up last, on the way or arrived with
 * the run that they go with, or destroyed. One piece holds at an instant; looked for from the latest on, it is found at
 * once. Needs the tables of `stock`, `boxes` and `dispatches`.
 */
export function termOf(posting: string, { at, knownAt }: AsOf, { now }: Pick<QueryCircumstances, 'now'>): RawBuilder<Term> {
  const of = (column: string) => sql.ref(`${posting}.${column}`);
  const times = { at: at ?? now, knownAt };
  return sql<Term>`case when ${of('term')} <> 'drawn' then ${of('term')} else coalesce((
    select case when u.dispatch is not null then coalesce((
      select case r.status when 'arrived' then 'handed-over' else 'in-transit' end
        from run_place r where r.subject = u.dispatch and ${holds('r', times)} order by r.effective_from desc limit 1), 'drawn')
      when u.box is null then 'destroyed' else coalesce((
      select case p.place when 'in-warehouse' then 'packed' when 'at-station' then 'handed-over' when 'lost' then 'lost' else 'in-transit' end
        from box_place p where p.subject = u.box and ${holds('p', times)} order by p.effective_from desc limit 1), 'packed') end
      from draw_use u where u.lot = ${of('lot')} and u.draw = ${of('place')} and u.at <= ${times.at} and u.known_from <= ${knownAt ?? latest}
      order by u.at desc, u.event desc limit 1), 'drawn') end`;
}

/** One warehouse, those of an area, or all of them together. */
export abstract class InWarehouses extends AsOf {
  @Optional(Id('The warehouse; absent: all of them together')) warehouse?: string;
  @Optional(Words('Those of an area: digits of a regency, a district or a village', { max: 10, pattern: /^\d{2,10}$/, example: '1601' })) area?: string;
}

export function scopesOf({ warehouse, area }: InWarehouses): readonly Scope[] {
  const named: readonly Scope[] = [...(warehouse === undefined ? [] : [{ warehouse }]), ...(area === undefined ? [] : [{ area }])];
  return named.length > 0 ? named : ['everywhere'];
}

/** Whether a row's warehouse is among them; needs the tables of `places`. */
export const among = ({ warehouse, area }: InWarehouses): RawBuilder<boolean> =>
  sql<boolean>`${warehouse === undefined ? sql`true` : sql`warehouse = ${warehouse}`} and ${
    area === undefined ? sql`true` : sql`warehouse in (select warehouse from warehouse where village like ${`${area}%`})`
  }`;
