import { eachOf, explained, explainedTable, type ExplainedTable, forever, jsonList, laterOf, projection, type StepEvent } from '#read-models';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { contradictionExplained, contradictionNoticed, contradictionSettled } from '../domain/box-contradiction.ts';
import {
  boxHandedToStation,
  boxLoaded,
  boxLossReported,
  boxPacked,
  boxReceived,
  boxReturned,
  boxSealed,
  sealBroken,
  sealMismatchFound,
} from '../domain/box.events.ts';
import { checkpointPassed, delayReported, dispatchArrived, dispatchDeparted, dispatchPlanned } from '../domain/dispatch.ts';
import { forgetDoubts, intoDoubts } from './box-doubt.ts';
import { sealsOfBoxAgain, sealsOfTruckAgain, truckSealed, type TruckSealTable } from './seals-of-trucks.ts';
import { sortedList } from './sorted-list.ts';

/** Facts of boxes and runs that cannot all be true, as they now stand. */
export interface BoxDoubtTable {
  what: string;
  /** JSON list of what does not fit together, sorted: it names the contradiction. */
  about: string;
  /** The box or the run whose facts are compared. */
  subject: string;
  /** The station of the box, or where the run goes. */
  area: string;
  at: number;
  /** JSON list of the events that say so. */
  events: string;
  known_from: number;
  /** Since then it may yet come to fit, for as long as a process allows; NULL: it does not fit now. */
  waits: number | null;
}

/** What the process has said so far. */
export interface BoxDoubtNoticedTable {
  what: string;
  about: string;
  area: string;
  at: number;
  events: string;
  /** When the process said so, the last time. */
  noticed: number;
  standing: number;
  times: number;
}

/** From when on it stood, and until when; once for each time that it was noticed. */
export interface BoxDoubtStoodTable {
  /** The event that noticed it. */
  event: string;
  what: string;
  about: string;
  area: string;
  at: number;
  events: string;
  noticed: number;
  known_from: number;
  /** NULL: it stands. */
  settled: number | null;
  settled_known: number | null;
}

/** Seals as a receipt found them, to be compared with those that were on the box by all that is now known. */
export interface SealsFoundTable {
  box: string;
  event: string;
  at: number;
  found: string;
}

/** Seals as they were found on a truck under way, to be compared with those that it left with by all that is now known. */
export interface TruckSealsFoundTable {
  dispatch: string;
  event: string;
  at: number;
  found: string;
}

interface Doubts {
  box_doubt: BoxDoubtTable;
  box_doubt_noticed: BoxDoubtNoticedTable;
  box_doubt_stood: BoxDoubtStoodTable;
  box_doubt_explained: ExplainedTable;
  seals_found: SealsFoundTable;
  truck_seals_found: TruckSealsFoundTable;
  truck_seal: TruckSealTable;
}

/** Objections that are compared anew, by what was true, instead of being believed for ever. */
const comparedAnew = ['logistics.box-already-loaded', 'logistics.seal-used-before'];

/**
 * What does not fit together among boxes and runs, found again whenever a fact touches it. It reads the tables of
 * `boxes`, `dispatches` and `movements` as this very event leaves them: projections of one context take an event in the order of
 * their names, and this name comes after those.
 */
export const standingContradictions = projection<Doubts>({
  name: 'standing-contradictions',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('box_doubt')
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('area', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('events', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('waits', 'integer')
      .addPrimaryKeyConstraint('box_doubt_key', ['what', 'about'])
      .modifyEnd(sql`without rowid`),
    schema.createIndex('box_doubt_of').on('box_doubt').columns(['subject', 'what']),
    schema
      .createTable('box_doubt_noticed')
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('area', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('events', 'text', (c) => c.notNull())
      .addColumn('noticed', 'integer', (c) => c.notNull())
      .addColumn('standing', 'integer', (c) => c.notNull())
      .addColumn('times', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('box_doubt_noticed_key', ['what', 'about'])
      .modifyEnd(sql`without rowid`),
    sql`create index box_doubt_standing on box_doubt_noticed (area) where standing = 1`,
    // What still stands on a truck: asked anew at each box that comes off it.
    sql`create index box_on_truck on box_place (dispatch) where place = 'on-truck' and known_to = ${sql.lit(forever)} and effective_to = ${sql.lit(forever)}`,
    schema
      .createTable('box_doubt_stood')
      .addColumn('event', 'text', (c) => c.primaryKey())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('area', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('events', 'text', (c) => c.notNull())
      .addColumn('noticed', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('settled', 'integer')
      .addColumn('settled_known', 'integer')
      .modifyEnd(sql`without rowid`),
    schema.createIndex('box_doubt_stood_in').on('box_doubt_stood').columns(['area', 'noticed']),
    sql`create index box_doubt_unsettled on box_doubt_stood (what, about) where settled is null`,
    ...explainedTable(schema, 'box_doubt_explained'),
    schema
      .createTable('seals_found')
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('found', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('seals_found_key', ['box', 'event'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('truck_seals_found')
      .addColumn('dispatch', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('found', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('truck_seals_found_key', ['dispatch', 'event'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('truck_seal')
      .addColumn('number', 'text', (c) => c.notNull())
      .addColumn('dispatch', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('destination', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('truck_seal_key', ['number', 'dispatch', 'event'])
      .modifyEnd(sql`without rowid`),
    schema.createIndex('truck_seal_of_run').on('truck_seal').columns(['dispatch']),
  ],
})
  .on(boxPacked, (_, event) => [...movedAgain(event), ofBox(event)])
  .on(boxLoaded, (_, event) => [...movedAgain(event), ofBox(event)])
  .on(boxHandedToStation, (_, event) => [...movedAgain(event), ofBox(event)])
  .on(boxReturned, (_, event) => [...movedAgain(event), ofBox(event)])
  .on(boxLossReported, (_, event) => [...movedAgain(event), ofBox(event)])
  .on(boxReceived, (_, event) => [
    sql`insert into seals_found (box, event, at, found) values (${event.subject}, ${event.id}, ${event.effectiveAt}, ${event.data.seals})`,
    ...movedAgain(event),
    ...sealsAgain(event),
    ofBox(event),
  ])
  // The mismatch is told with the receipt: what it says of objections is said there.
  .on(sealMismatchFound, (_, event) => sealsAgain(event))
  .on(boxSealed, (_, event) => [sealElsewhere(event), ...sealsAgain(event), ...sealsOfBoxAgain(event), ofBox(event)])
  .on(sealBroken, (_, event) => [...sealsAgain(event), ...sealsOfBoxAgain(event), ofBox(event)])
  .on(dispatchPlanned, (_, event) => [plannedTwice(event), ...unlikeThePlan(event)])
  .on(dispatchDeparted, (_, event) => [...onItsWay(event), ...unlikeThePlan(event), ...truckSealsAgain(event), truckSealed(event), ...sealsOfTruckAgain(event)])
  .on(checkpointPassed, (_, event) => [...onItsWay(event), ...truckSealsFound(event)])
  .on(dispatchArrived, (_, event) => [...onItsWay(event), ...truckSealsFound(event), ...sealsOfTruckAgain(event)])
  .on(delayReported, (_, event) => objectedTo(event, event.data.destination))
  .on(contradictionNoticed, (db, { id, knownFrom, data: { what, about, area, at, events }, effectiveAt: noticed }) => [
    db
      .insertInto('box_doubt_noticed')
      .values({ what, about, area, at, events, noticed, standing: 1, times: 1 })
      .onConflict((conflict) => conflict.columns(['what', 'about']).doUpdateSet({ at, events, noticed, standing: 1, times: sql<number>`times + 1` })),
    db.insertInto('box_doubt_stood').values({ event: id, what, about, area, at, events, noticed, known_from: knownFrom, settled: null, settled_known: null }),
  ])
  .on(contradictionSettled, (db, { data: { what, about }, effectiveAt: settled, knownFrom }) => [
    db.updateTable('box_doubt_noticed').set({ standing: 0 }).where('what', '=', what).where('about', '=', about),
    db
      .updateTable('box_doubt_stood')
      .set({ settled, settled_known: knownFrom })
      .where('what', '=', what)
      .where('about', '=', about)
      .where('settled', 'is', null),
  ])
  .on(contradictionExplained, (db, event) => db.insertInto('box_doubt_explained').values(explained(event)));

/** Somebody said that it went onto a truck, then that it went onto another, and nobody that it came off in between. */
function movedAgain(event: StepEvent<{ station: string }>): readonly RawBuilder<unknown>[] {
  const { subject, data, knownFrom } = event;
  return [
    ...leftOnTruck(sql`select dispatch from box_place_told where subject = ${subject} and place = 'on-truck'`, event),
    sql`delete from box_doubt where subject = ${subject} and what = 'box-on-two-trucks'`,
    sql`${intoDoubts}
      select 'box-on-two-trucks', ${sortedList(sql`t.subject`, sql`t.dispatch`, sql`t.next_dispatch`)}, t.subject, ${data.station}, t.next_at, ${jsonList(sql`t.event`, sql`t.next_event`)}, ${knownFrom}
      from (select subject, place, dispatch, event, lead(place) over o as next_place, lead(dispatch) over o as next_dispatch, lead(event) over o as next_event, lead(at) over o as next_at
        from box_place_told where subject = ${subject} and void = 0 window o as (order by at, revision)) t
      where t.place = 'on-truck' and t.next_place = 'on-truck' and t.next_dispatch <> t.dispatch
      on conflict do nothing`,
  ];
}

/** A truck has arrived, and boxes that left with it are still on it: so they stand for a while, and longer only what is short. */
function leftOnTruck(runs: Expression<unknown>, { knownFrom }: StepEvent<never>): readonly RawBuilder<unknown>[] {
  const departure = sql`(select m.event from movement m where m.dispatch = r.subject and m.box is null and m.type = ${sql.lit(dispatchDeparted.type)} order by m.at desc, m.revision desc limit 1)`;
  return [
    sql`delete from box_doubt where subject in (${runs}) and what = 'boxes-not-received'`,
    sql`insert into box_doubt (what, about, subject, area, at, events, known_from, waits)
      select 'boxes-not-received', ${jsonList(sql`r.subject`)}, r.subject, r.destination, r.effective_from,
        iif(${departure} is null, ${jsonList(sql`r.event`)}, ${jsonList(departure, sql`r.event`)}), ${knownFrom}, r.effective_from
      from run_place r where r.subject in (${runs}) and r.status = 'arrived' and r.known_to = ${sql.lit(forever)} and r.effective_to = ${sql.lit(forever)}
        and exists (select 1 from box_place p where p.dispatch = r.subject and p.place = 'on-truck' and p.known_to = ${sql.lit(forever)} and p.effective_to = ${sql.lit(forever)})
      on conflict do nothing`,
  ];
}

/** One number on two boxes, whichever of them was told of first. */
function sealElsewhere({ subject, data, effectiveAt, id, knownFrom }: StepEvent<{ station: string; seals: readonly string[] }>): RawBuilder<unknown> {
  return sql`${intoDoubts}
    select 'seal-on-two-boxes', ${sortedList(sql`s.number`, sql`s.box`, subject)}, ${subject}, ${data.station}, ${laterOf(sql<number>`s.at`, effectiveAt)}, ${jsonList(sql`s.event`, id)}, ${knownFrom}
    from ${eachOf(data.seals)} n cross join seal s on s.number = n.value where s.box <> ${subject} on conflict do nothing`;
}

/** Seals that were found at a receipt and are not those that were on the box then. */
function sealsAgain({ subject, data, knownFrom }: StepEvent<{ station: string }>): readonly RawBuilder<unknown>[] {
  const onIt = sql`(select json_group_array(number) from (select distinct s.number from seal s where s.box = f.box and s.at <= f.at
    and not exists (select 1 from seal_break b where b.box = s.box and b.number = s.number and b.at >= s.at and b.at <= f.at) order by s.number))`;
  const lastSealing = sql`(select s.event from seal s where s.box = f.box and s.at <= f.at order by s.at desc, s.revision desc limit 1)`;
  return [
    sql`delete from box_doubt where subject = ${subject} and what = 'seals-not-as-sealed'`,
    sql`${intoDoubts}
      select 'seals-not-as-sealed', ${sortedList(sql`f.box`, sql`f.event`)}, f.box, ${data.station}, f.at,
        iif(${lastSealing} is null, ${jsonList(sql`f.event`)}, ${jsonList(lastSealing, sql`f.event`)}), ${knownFrom}
      from seals_found f where f.box = ${subject} and f.found <> ${onIt} on conflict do nothing`,
  ];
}

/** Two runs that both still load are planned to carry the same box. */
function plannedTwice({ subject, data, effectiveAt, id, knownFrom }: StepEvent<{ boxes: readonly string[] }>): RawBuilder<unknown> {
  const loading = (dispatch: RawBuilder<unknown> | Expression<unknown>) =>
    sql`not exists (select 1 from run_place r where r.subject = ${dispatch} and r.known_to = ${sql.lit(forever)})`;
  return sql`${intoDoubts}
    select 'box-planned-on-two-runs', ${sortedList(sql`p.box`, sql`p.dispatch`, subject)}, ${subject},
      (select b.station from box b where b.box = p.box), ${laterOf(sql<number>`p.at`, effectiveAt)}, ${jsonList(sql`p.event`, id)}, ${knownFrom}
    from ${eachOf(data.boxes)} n cross join plan p on p.box = n.value
    where p.dispatch <> ${subject} and ${loading(sql`p.dispatch`)} and ${loading(subject)} and exists (select 1 from box b where b.box = p.box)
    on conflict do nothing`;
}

/** A truck left, came on or arrived. */
function onItsWay(event: StepEvent<{ destination: string }>): readonly RawBuilder<unknown>[] {
  // Once a truck is on its way, what is on it counts, no longer what it was planned to carry.
  return [forgetDoubts('box-planned-on-two-runs', event.subject), ...leftOnTruck(event.subject, event), objectedTo(event, event.data.destination)];
}

/** A truck left with another plate, driver or escort than was planned. */
function unlikeThePlan({ subject, data, knownFrom }: StepEvent<{ destination: string }>): readonly RawBuilder<unknown>[] {
  const planning = sql`(select p.event from plan p where p.dispatch = d.dispatch order by p.at limit 1)`;
  const escort = sql`(select json_group_array(value) from (select value from json_each(d.escort) order by value))`;
  return [
    sql`delete from box_doubt where subject = ${subject} and what = 'truck-not-as-planned'`,
    sql`${intoDoubts}
      select 'truck-not-as-planned', ${jsonList(sql`d.dispatch`)}, d.dispatch, ${data.destination}, t.at, ${jsonList(planning, sql`t.event`)}, ${knownFrom}
      from dispatch d cross join departure t on t.dispatch = d.dispatch
      where d.dispatch = ${subject} and d.planned is not null
        and (t.vehicle is not null or t.driver <> d.driver or (t.driver is null and t.driver_name is not null) or t.escort <> ${escort} or t.escort_others is not null)
      order by t.at desc, t.revision desc limit 1 on conflict do nothing`,
  ];
}

/** Whoever looked at the seals of a truck under way says which there were. */
function truckSealsFound(event: StepEvent<{ destination: string; seals?: readonly string[] }>): readonly RawBuilder<unknown>[] {
  const { subject, id, effectiveAt, data } = event;
  return [
    sql`insert into truck_seals_found (dispatch, event, at, found) select ${subject}, ${id}, ${effectiveAt}, ${data.seals} where ${data.seals} is not null`,
    ...truckSealsAgain(event),
  ];
}

/** Seals that were found on a truck and are not those that it left with. */
function truckSealsAgain({ subject, data, knownFrom }: StepEvent<{ destination: string }>): readonly RawBuilder<unknown>[] {
  const lastLeft = sql`(select max(l.at) from departure l where l.dispatch = f.dispatch and l.at <= f.at and l.seals is not null)`;
  return [
    sql`delete from box_doubt where subject = ${subject} and what = 'truck-seals-not-as-departed'`,
    sql`${intoDoubts}
      select 'truck-seals-not-as-departed', ${sortedList(sql`f.dispatch`, sql`f.event`)}, f.dispatch, ${data.destination}, f.at, ${jsonList(sql`t.event`, sql`f.event`)}, ${knownFrom}
      from truck_seals_found f cross join departure t on t.dispatch = f.dispatch and t.at = ${lastLeft} and t.seals is not null
      where f.dispatch = ${subject} and f.found <> t.seals on conflict do nothing`,
  ];
}

function ofBox(event: StepEvent<{ station: string }>): RawBuilder<unknown> {
  return objectedTo(event, event.data.station);
}

/** What was recorded although objections stood against it. */
function objectedTo(
  { subject, effectiveAt, id, contradicts, knownFrom }: StepEvent<unknown>,
  area: RawBuilder<unknown> | Expression<string>,
): RawBuilder<unknown> {
  return sql`${intoDoubts}
    select 'recorded-against-an-objection', ${sortedList(id, sql`c.value`)}, ${subject}, ${area}, ${effectiveAt}, ${jsonList(id)}, ${knownFrom}
    from json_each(${contradicts}) c where c.value not in (${sql.join(comparedAnew.map((code) => sql.lit(code)))}) on conflict do nothing`;
}
