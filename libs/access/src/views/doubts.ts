import type { Place, StepEvent } from '#read-models';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { forever, jsonList, laterOf } from '#read-models';
import { guarded } from './guarded.ts';
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
const pair = (one: RawBuilder<unknown>, other: RawBuilder<unknown>) => sql<string>`iif(${one} < ${other}, ${jsonList(one, other)}, ${jsonList(other, one)})`;
const entered = laterOf(sql.ref<number>('s.entered'), sql.ref<number>('o.entered'));

/** Only the neighbours in time are compared: who still overlaps a neighbour's neighbour also overlaps the neighbour. */
const nextTo = (same: RawBuilder<unknown>) => sql`o.entered in (
  (select max(p.entered) from stay p where ${same} and ${atTheGate('p')} and p.visit <> s.visit and p.entered <= s.entered),
  (select min(p.entered) from stay p where ${same} and ${atTheGate('p')} and p.visit <> s.visit and p.entered > s.entered)
)`;

/** The doubts about these visits, found anew in what is now believed of their stays. */
export function doubtsAgain(visits: RawBuilder<unknown>, knownFrom: Expression<number>): readonly RawBuilder<unknown>[] {
  const into = sql`insert into doubt (visit, what, other, post, at, about, known_from)`;
  const badge = sql`p.post = s.post and p.badge = s.badge`;
  const guest = sql`p.guest = o.guest and p.post <> s.post`;
  return [
    sql`delete from doubt where (visit in ${visits} or other in ${visits}) and what <> 'recorded-against-an-objection' and what <> 'left-before-entering'`,
    sql`${into}
      select s.visit, 'two-guests-on-one-badge', o.visit, s.post, ${entered}, ${pair(sql`s.visit`, sql`o.visit`)}, ${knownFrom}
        from stay s join stay o on o.post = s.post and o.badge = s.badge and ${atTheGate('o')} and o.visit <> s.visit and ${nextTo(badge)}
        where s.visit in ${visits} and ${atTheGate('s')} and ${overlap}
      union all
      select s.visit, 'inside-at-two-posts', o.visit, s.post, ${entered}, ${pair(sql`s.visit`, sql`o.visit`)}, ${knownFrom}
        from stay s join stay o on o.guest in ${everyIdOf(sql.ref('s.guest'))} and o.post <> s.post and ${atTheGate('o')} and ${nextTo(guest)}
        where s.visit in ${visits} and ${atTheGate('s')} and ${overlap}
      union all
      ${throughLockedDoors(sql`s.visit in ${visits}`, knownFrom)}
      on conflict do nothing`,
  ];
}

/** Stays that began while, by all that is now known, their door was locked. */
const throughLockedDoors = (which: RawBuilder<unknown>, knownFrom: Expression<number>) => sql`
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
function orderDoubtAgain(visit: Expression<string>, knownFrom: Expression<number>): readonly RawBuilder<unknown>[] {
  const first = (kind: 'in' | 'out', corrected: 'entered' | 'left') => sql`(
    select min(iif(m.revision = (select revision from move where visit = ${visit} and kind = ${sql.lit(kind)} and inner_door is null order by at desc, revision desc limit 1),
      coalesce((select c.${sql.ref(corrected)} from move c where c.visit = ${visit} and c.kind = 'corrected' and c.${sql.ref(corrected)} is not null order by c.at desc, c.revision desc limit 1), m.at), m.at))
    from move m where m.visit = ${visit} and m.kind = ${sql.lit(kind)} and m.inner_door is null)`;
  return [
    sql`delete from doubt where visit = ${visit} and what = 'left-before-entering'`,
    sql`insert into doubt (visit, what, other, post, at, about, known_from)
      select ${visit}, 'left-before-entering', '', post, left_at, ${jsonList(sql`${visit}`)}, ${knownFrom}
      from (select (select post from move where visit = ${visit} limit 1) as post, ${first('in', 'entered')} as entered_at, ${first('out', 'left')} as left_at)
      where left_at < entered_at`,
  ];
}

/** A later fact removes what an earlier one was objected to for. */
export const noLonger = (visit: Expression<string>, objection: string | undefined, condition: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`delete from doubt where visit = ${visit} and what = 'recorded-against-an-objection' and ${objection === undefined ? sql`true` : sql`other = ${sql.lit(objection)}`} and ${condition}`;

/** What was recorded although objections stood against it. */
const objectedTo = (
  visit: Expression<string>,
  at: Expression<number>,
  post: Expression<string>,
  contradicts: Expression<string | null>,
  knownFrom: Expression<number>,
) =>
  sql`insert into doubt (visit, what, other, post, at, about, known_from)
    select ${visit}, 'recorded-against-an-objection', value, ${post}, ${at}, ${pair(sql`${visit}`, sql`value`)}, ${knownFrom}
    from json_each(${contradicts}) where value not in (${sql.join(comparedAnew.map((code) => sql.lit(code)))}) on conflict do nothing`;

/** Has a visit compared anew when something was told of it that may not fit, or that may make it fit. */
export const compareAgain = (
  { subject, effectiveAt, knownFrom, contradicts }: StepEvent<unknown>,
  post: Expression<string>,
  when: RawBuilder<boolean> = sql<boolean>`true`,
  // A condition stops at its first part that holds; a value of `or` computes all of them.
): RawBuilder<unknown> => sql`insert into compared_again (visit, at, post, contradicts, known_from, due)
    values (${subject}, ${effectiveAt}, ${post}, ${contradicts}, ${knownFrom}, iif(${when}, 1, 0))`;

/** Finds the doubts about a visit anew. */
export function comparedAgain(): readonly RawBuilder<unknown>[] {
  const visit = sql.ref<string>('new.visit');
  const knownFrom = sql.ref<number>('new.known_from');
  const cameInBefore = (inner: boolean) =>
    sql`exists (select 1 from move m where m.visit = doubt.visit and m.kind = 'in' and m.inner_door is ${inner ? sql`not null` : sql`null`} and m.at <= doubt.at)`;
  const statements = [
    ...doubtsAgain(sql`(${visit})`, knownFrom),
    ...orderDoubtAgain(visit, knownFrom),
    noLonger(visit, 'access.guest-not-inside', cameInBefore(false)),
    noLonger(visit, 'access.guest-not-behind-door', cameInBefore(true)),
    objectedTo(visit, sql.ref('new.at'), sql.ref('new.post'), sql.ref('new.contradicts'), knownFrom),
  ];
  return guarded({
    name: 'compared_again',
    columns: ['visit', 'at', 'post', 'contradicts', 'known_from', 'due'],
    when: sql`new.due`,
    statements,
  });
}

/** Whether the visit is in doubt already: then whatever is told of it may settle that. */
export const inDoubt = (visit: Expression<string>) =>
  sql<boolean>`(exists (select 1 from doubt where visit = ${visit}) or exists (select 1 from doubt where other = ${visit}))`;

/**
 * Whether an entry, told first of all of its visit, may not fit: its badge or its guest is somewhere else then or later,
 * the guest is known under several ids, the door was locked, or objections stood against it.
 */
export function mayNotFit({
  subject,
  data: { post, guest, door, badge },
  effectiveAt,
  contradicts,
}: StepEvent<{ post: string; guest: string; door: string; badge: string }>): RawBuilder<boolean> {
  const thenOrLater = sql`(o.entered > ${effectiveAt} or ${ends('o')} > ${effectiveAt})`;
  const other = sql`${atTheGate('o')} and o.visit <> ${subject}`;
  const elsewhere = (posts: RawBuilder<unknown>) => sql`exists (select 1 from stay o where o.guest = ${guest} and ${posts} and ${other} and ${thenOrLater})`;
  return sql<boolean>`(${contradicts} is not null
      or (select l.locked from lock l where l.door = ${door} and l.at <= ${effectiveAt} order by l.at desc, l.revision desc limit 1)
      or (select ${thenOrLater} from stay o where o.post = ${post} and o.badge = ${badge} and ${other} order by o.entered desc limit 1)
      or ${elsewhere(sql`o.post < ${post}`)} or ${elsewhere(sql`o.post > ${post}`)}
      or exists (select 1 from alias where subject = ${guest}) or exists (select 1 from alias where person = ${guest}))`;
}
