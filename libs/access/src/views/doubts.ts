import { type Place, type StepEvent } from '#read-models';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { forever } from './columns.ts';
import { everyIdOf } from './persons.projection.ts';

/** Facts that cannot all be true, as they now stand. */
export interface DoubtTable {
  visit: string;
  what: string;
  /** The other visit, the door or the objection; empty where the visit contradicts itself. */
  other: string;
  post: string;
  /** The instant at which they do not fit. */
  at: number;
  /** JSON list of what does not fit together, sorted: it names the contradiction. */
  about: string;
  known_from: number;
}

/** Objections that are compared anew, by what was true, instead of being believed for ever. */
const comparedAnew = ['access.door-not-open', 'access.badge-in-use'];

const believed = (alias: string) => sql`${sql.ref(`${alias}.known_to`)} = ${sql.lit(forever)}`;
const atTheGate = (alias: string) => sql`${sql.ref(`${alias}.is_inner`)} = 0 and ${believed(alias)}`;
/** Whoever was found gone carries no badge and is at no second post from then on. */
const ends = (alias: string) => sql<number>`coalesce(${sql.ref(`${alias}.left`)}, ${sql.ref(`${alias}.unobserved`)}, ${sql.lit(forever)})`;
const overlap = sql`o.entered < ${ends('s')} and s.entered < ${ends('o')}`;
const pair = (one: RawBuilder<unknown>, other: RawBuilder<unknown>) => sql`json_array(min(${one}, ${other}), max(${one}, ${other}))`;

/** Only the neighbours in time are compared: who still overlaps a neighbour's neighbour also overlaps the neighbour. */
const nextTo = (same: RawBuilder<unknown>) => sql`o.entered in (
  (select max(p.entered) from stay p where ${same} and ${atTheGate('p')} and p.visit <> s.visit and p.entered <= s.entered),
  (select min(p.entered) from stay p where ${same} and ${atTheGate('p')} and p.visit <> s.visit and p.entered > s.entered)
)`;

/** The doubts about these visits, found anew in what is now believed of their stays. */
export function doubtsAgain(visits: RawBuilder<unknown>, knownFrom: Place<number>): readonly RawBuilder<unknown>[] {
  const into = sql`insert into doubt (visit, what, other, post, at, about, known_from)`;
  const badge = sql`p.post = s.post and p.badge = s.badge`;
  const guest = sql`p.guest = o.guest and p.post <> s.post`;
  return [
    sql`delete from doubt where (visit in ${visits} or other in ${visits}) and what <> 'recorded-against-an-objection' and what <> 'left-before-entering'`,
    sql`${into}
      select s.visit, 'two-guests-on-one-badge', o.visit, s.post, max(s.entered, o.entered), ${pair(sql`s.visit`, sql`o.visit`)}, ${knownFrom}
        from stay s join stay o on o.post = s.post and o.badge = s.badge and ${atTheGate('o')} and o.visit <> s.visit and ${nextTo(badge)}
        where s.visit in ${visits} and ${atTheGate('s')} and ${overlap}
      union all
      select s.visit, 'inside-at-two-posts', o.visit, s.post, max(s.entered, o.entered), ${pair(sql`s.visit`, sql`o.visit`)}, ${knownFrom}
        from stay s join stay o on o.guest in ${everyIdOf(sql.ref('s.guest'))} and o.post <> s.post and ${atTheGate('o')} and ${nextTo(guest)}
        where s.visit in ${visits} and ${atTheGate('s')} and ${overlap}
      union all
      ${throughLockedDoors(sql`s.visit in ${visits}`, knownFrom)}
      on conflict do nothing`,
  ];
}

/** Stays that began while, by all that is now known, their door was locked. */
const throughLockedDoors = (which: RawBuilder<unknown>, knownFrom: Place<number>) => sql`
  select s.visit, 'entered-through-a-locked-door', s.door, s.post, s.entered, ${pair(sql`s.visit`, sql`s.door`)}, ${knownFrom}
    from stay s where ${which} and ${believed('s')}
      and (select l.locked from lock l where l.door = s.door and l.at <= s.entered order by l.at desc, l.revision desc limit 1) = 1`;

/** The same for everyone who went through a door from the turn of its lock until the next turn. */
export function doorDoubtsAgain(
  { subject, effectiveAt, knownFrom }: StepEvent<unknown>,
  post: Place<string>,
  everySpan: RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  const until = sql<number>`(select coalesce(min(at), ${sql.lit(forever)}) from lock where door = ${subject} and at > ${effectiveAt})`;
  return [
    sql`delete from doubt where other = ${subject} and what = 'entered-through-a-locked-door' and at >= ${effectiveAt} and at < ${until}`,
    sql`insert into doubt (visit, what, other, post, at, about, known_from)
      ${throughLockedDoors(sql`s.post = ${post} and s.span in ${everySpan} and s.entered >= ${effectiveAt} and s.entered < ${until} and s.door = ${subject}`, knownFrom)}
      on conflict do nothing`,
  ];
}

/** A visit whose first exit lies before its first entry, with what corrections say of the last of each. */
export function orderDoubtAgain({ subject, knownFrom }: StepEvent<unknown>): readonly RawBuilder<unknown>[] {
  const first = (kind: 'in' | 'out', corrected: 'entered' | 'left') => sql`(
    select min(iif(m.revision = (select revision from move where visit = ${subject} and kind = ${sql.lit(kind)} and inner_door is null order by at desc, revision desc limit 1),
      coalesce((select c.${sql.ref(corrected)} from move c where c.visit = ${subject} and c.kind = 'corrected' and c.${sql.ref(corrected)} is not null order by c.at desc, c.revision desc limit 1), m.at), m.at))
    from move m where m.visit = ${subject} and m.kind = ${sql.lit(kind)} and m.inner_door is null)`;
  return [
    sql`delete from doubt where visit = ${subject} and what = 'left-before-entering'`,
    sql`insert into doubt (visit, what, other, post, at, about, known_from)
      select ${subject}, 'left-before-entering', '', post, left_at, json_array(${subject}), ${knownFrom}
      from (select (select post from move where visit = ${subject} limit 1) as post, ${first('in', 'entered')} as entered_at, ${first('out', 'left')} as left_at)
      where left_at < entered_at`,
  ];
}

/** What was recorded although objections stood against it. */
export const objectedTo = ({ subject, contradicts, effectiveAt, knownFrom }: StepEvent<unknown>, post: Expression<string>): RawBuilder<unknown> =>
  sql`insert into doubt (visit, what, other, post, at, about, known_from)
    select ${subject}, 'recorded-against-an-objection', value, ${post}, ${effectiveAt}, ${pair(sql`${subject}`, sql`value`)}, ${knownFrom}
    from json_each(${contradicts}) where value not in (${sql.join(comparedAnew.map((code) => sql.lit(code)))}) on conflict do nothing`;

/** A later fact removes what an earlier one was objected to for. */
export const noLonger = (visit: Place<string>, objection: string | undefined, condition: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`delete from doubt where visit = ${visit} and what = 'recorded-against-an-objection' and ${objection === undefined ? sql`true` : sql`other = ${sql.lit(objection)}`} and ${condition}`;
