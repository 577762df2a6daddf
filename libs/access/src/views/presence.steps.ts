import type { DataOf } from '#kernel';
import type { Places, StepEvent } from '#read-models';
import { type Expression, type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import { forever, laterOf } from '#read-models';
import type { visitCorrected } from '../domain/visit.events.ts';
import { guarded } from './guarded.ts';
import type { MoveTable, Presence } from './presence.tables.ts';
import { spanOf, unbounded } from './spans.ts';

type Told<Column extends keyof MoveTable> = { [Key in Column]: MoveTable[Key] | Expression<MoveTable[Key]> };

type Where = Told<'kind' | 'post' | 'guest'> & Partial<Told<'inner_door' | 'door' | 'badge' | 'entered' | 'left'>>;

/** Keeps what was told. */
export const moved = (db: Kysely<Presence>, event: StepEvent<unknown>, told: Where) => db.insertInto('move').values(row(event, told));

/** The same, unless it tells nothing of the visit's whereabouts. */
export function movedIf(condition: RawBuilder<boolean>, event: StepEvent<unknown>, told: Where): RawBuilder<unknown> {
  const columns = Object.entries(row(event, told));
  return sql`insert into move (${sql.join(columns.map(([column]) => sql.ref(column)))}) select ${sql.join(columns.map(([, value]) => value))} where ${condition}`;
}

const row = ({ subject, revision, effectiveAt, recordedAt, contradicts }: StepEvent<unknown>, told: Where) =>
  ({ visit: subject, revision, at: effectiveAt, recorded: recordedAt, contradicts, ...told }) satisfies Partial<Record<keyof Insertable<MoveTable>, unknown>>;

/** Whether a correction says where someone was, or when. Most say who they were, or why they came. */
export const correctsWhereabouts = ({ entered, left, door, badge }: Places<Pick<DataOf<typeof visitCorrected>, 'entered' | 'left' | 'door' | 'badge'>>) =>
  sql<boolean>`coalesce(${entered}, ${left}, ${door}, ${badge}) is not null`;

/** The ordinary entry, of a visit of which nothing else was told yet. */
export function firstEntry(event: StepEvent<{ post: string; guest: string; door: string; badge: string }>): RawBuilder<unknown> {
  const { subject, revision, data, effectiveAt, recordedAt, contradicts, knownFrom } = event;
  return sql`insert into stay (visit, revision, version, is_inner, post, guest, door, badge, entered, entered_recorded, contradicts, known_from, span)
    select ${subject}, ${revision}, ${revision}, 0, ${data.post}, ${data.guest}, ${data.door}, ${data.badge}, ${effectiveAt}, ${recordedAt}, ${contradicts}, ${knownFrom}, ${sql.lit(unbounded)}
    where ${isFirst(event)}`;
}

const isFirst = ({ subject, revision }: StepEvent<unknown>) =>
  sql<boolean>`not exists (select 1 from move where visit = ${subject} and revision <> ${revision})`;

/** The ordinary exit, of a visit of which only the entry was told, at an earlier instant. */
export function firstExit(event: StepEvent<unknown>): RawBuilder<unknown> {
  const { effectiveAt, recordedAt, knownFrom } = event;
  return sql`update stay set "left" = ${effectiveAt}, left_known = ${knownFrom}, left_recorded = ${recordedAt}, span = ${spanOf(sql.ref('entered'), laterOf(effectiveAt, knownFrom))}
    where ${isOfFirstExit(event)}`;
}

const isOfFirstExit = ({ subject, effectiveAt }: StepEvent<unknown>) =>
  sql<boolean>`visit = ${subject} and entered <= ${effectiveAt} and (select count(*) from move where move.visit = ${subject}) = 2`;

/** Has the stays of the visit made again, unless `firstEntry` has said all of it. */
export const stayAgainAfterEntry = (event: StepEvent<unknown>): RawBuilder<unknown> => again(event, isFirst(event));

/** Has the stays of the visit made again, unless `firstExit` has said all of it. */
export const stayAgainAfterExit = (event: StepEvent<unknown>): RawBuilder<unknown> =>
  again(event, sql<boolean>`exists (select 1 from stay where ${isOfFirstExit(event)})`);

/** Has the stays of the visit made again. */
export const stayAgain = (event: StepEvent<unknown>): RawBuilder<unknown> => again(event, sql<boolean>`0`);

/** The same, when something was told of whereabouts. */
export const stayAgainIf = (condition: RawBuilder<boolean>, event: StepEvent<unknown>): RawBuilder<unknown> => again(event, sql<boolean>`not (${condition})`);

const again = ({ subject, revision, knownFrom }: StepEvent<unknown>, ordinary: RawBuilder<boolean>): RawBuilder<unknown> =>
  sql`insert into stays_again (visit, revision, known_from, ordinary) values (${subject}, ${revision}, ${knownFrom}, ${ordinary})`;

/** Whether this event was out of the ordinary. */
export const toldOutOfTheOrdinary = ({ subject, revision }: StepEvent<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from stay_again where visit = ${subject} and revision = ${revision})`;

/** Closes the stays of the visit that are no longer believed and inserts those that are. */
export function staysAgain(): readonly RawBuilder<unknown>[] {
  const visit = sql.ref<string>('new.visit');
  const knownFrom = sql.ref<number>('new.known_from');
  const same = sql`b.revision = stay.revision and b.entered = stay.entered and b.door = stay.door and b.badge is stay.badge and b."left" is stay."left" and b.unobserved is stay.unobserved`;
  const until = sql<number | null>`case when b."left" is null then null else ${laterOf(sql.ref<number>('b.left'), knownFrom)} end`;
  return guarded({
    name: 'stays_again',
    columns: ['visit', 'revision', 'known_from', 'ordinary'],
    when: sql`new.ordinary = 0`,
    statements: [
      sql`insert into stay_again (visit, revision, known_from) values (${visit}, new.revision, ${knownFrom})`,
      sql`update stay set known_to = ${knownFrom}, span = ${spanOf(sql.ref('entered'), knownFrom)}
        where visit = ${visit} and known_to = ${sql.lit(forever)} and not exists (select 1 from (${believedStays(visit)}) b where ${same})`,
      sql`insert into stay (visit, revision, version, is_inner, post, guest, door, badge, entered, entered_recorded, contradicts, "left", left_known, left_recorded, unobserved, known_from, span)
        select ${visit}, b.revision, new.revision, b.inner_door is not null, b.post, b.guest, b.door, b.badge, b.entered, b.entered_recorded, b.contradicts,
          b."left", case when b."left" is null then null else ${knownFrom} end, b.left_recorded, b.unobserved, ${knownFrom}, ${spanOf(sql.ref('b.entered'), until)}
        from (${believedStays(visit)}) b where not exists (select 1 from stay where stay.visit = ${visit} and stay.known_to = ${sql.lit(forever)} and ${same})`,
    ],
  });
}

/**
 * The stays that everything told of the visit adds up to. A correction speaks of the last admission or the last exit as
 * they were told; of two corrections of one field the one made later holds. A stay ends at the next move of its door,
 * and behind an inner door also at the next move at the gate.
 */
function believedStays(visit: Expression<string>): RawBuilder<unknown> {
  const corrected = (field: 'entered' | 'left' | 'door' | 'badge') =>
    sql`(select c.${sql.ref(field)} from move c where c.visit = ${visit} and c.kind = 'corrected' and c.${sql.ref(field)} is not null order by c.at desc, c.revision desc limit 1)`;
  const correctedRecorded = (field: 'entered' | 'left') =>
    sql`(select c.recorded from move c where c.visit = ${visit} and c.kind = 'corrected' and c.${sql.ref(field)} is not null order by c.at desc, c.revision desc limit 1)`;
  const last = (kind: 'in' | 'out') =>
    sql`(select revision from move where visit = ${visit} and kind = ${sql.lit(kind)} and inner_door is null order by at desc, revision desc limit 1)`;
  const next = sql`n.revision <> m.revision and (n.at, n.revision) > (m.at, m.revision) and (n.inner_door is null or n.inner_door = m.inner_door)`;
  return sql`with m as materialized (
      select revision, kind, inner_door, post, guest, contradicts,
        iif(revision = ${last('in')}, coalesce(${corrected('door')}, door), door) as door,
        iif(revision = ${last('in')}, coalesce(${corrected('badge')}, badge), badge) as badge,
        case revision when ${last('in')} then coalesce(${corrected('entered')}, at) when ${last('out')} then coalesce(${corrected('left')}, at) else at end as at,
        case revision when ${last('in')} then coalesce(${correctedRecorded('entered')}, recorded) when ${last('out')} then coalesce(${correctedRecorded('left')}, recorded) else recorded end as recorded
      from move where visit = ${visit} and kind <> 'corrected'
    ), ended as (
      select m.*, (select n.revision from m n where ${next} and n.kind <> 'unobserved' order by n.at, n.revision limit 1) as exit from m where m.kind = 'in'
    )
      select e.revision, e.inner_door, e.post, e.guest, e.door, e.badge, e.at as entered, e.recorded as entered_recorded, e.contradicts, x.at as "left", x.recorded as left_recorded,
        (select min(n.at) from m n where n.kind = 'unobserved' and (n.at, n.revision) > (e.at, e.revision) and (x.at is null or n.at < x.at)) as unobserved
      from ended e left join m x on x.revision = e.exit`;
}
