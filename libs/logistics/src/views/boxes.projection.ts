import { eachOf, projection, type StepEvent, timeline, type TimelineTables } from '#read-models';
import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import {
  boxHandedToStation,
  boxLoaded,
  boxLossReported,
  boxPacked,
  boxReceived,
  boxReturned,
  boxSealed,
  loadingRefused,
  sealBroken,
  sealMismatchFound,
} from '../domain/box.events.ts';

/** A box of which anything was told. */
export interface BoxTable {
  box: string;
  station: string;
  /** NULL until its packing has arrived. */
  contest: string | null;
  known_from: number;
}

/** A seal number that was put on a box. */
export interface SealTable {
  number: string;
  box: string;
  revision: number;
  at: number;
  event: string;
}

export interface SealBreakTable {
  box: string;
  number: string;
  at: number;
  revision: number;
}

/** Where a box is during a piece of time; `event` says so. In an office, `dispatch` is the run that brought it. */
interface PlaceValues extends Readonly<Record<string, string | null>> {
  readonly place: string;
  readonly warehouse: string | null;
  readonly zone: string | null;
  readonly dispatch: string | null;
  readonly village: string | null;
  readonly event: string;
  readonly type: string;
}

export const boxPlaces = timeline<PlaceValues>()({
  name: 'box_place',
  values: { place: 'text', warehouse: 'text', zone: 'text', dispatch: 'text', village: 'text', event: 'text', type: 'text' },
  by: ['dispatch'],
});

export type Boxes = { box: BoxTable; seal: SealTable; seal_break: SealBreakTable } & TimelineTables<'box_place', PlaceValues>;

/** Every box, the seals that were put on it, and where it was at any instant, as it was known at any other. */
export const boxes = projection<Boxes>({
  name: 'boxes',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('box')
      .addColumn('box', 'text', (c) => c.primaryKey())
      .addColumn('station', 'text', (c) => c.notNull())
      .addColumn('contest', 'text')
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .modifyEnd(sql`without rowid`),
    schema.createIndex('box_by_station').on('box').columns(['station', 'box']),
    schema
      .createTable('seal')
      .addColumn('number', 'text', (c) => c.notNull())
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('seal_key', ['number', 'box', 'revision'])
      .modifyEnd(sql`without rowid`),
    schema.createIndex('seal_of_box').on('seal').columns(['box', 'at']),
    schema
      .createTable('seal_break')
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('number', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('seal_break_key', ['box', 'number', 'at', 'revision'])
      .modifyEnd(sql`without rowid`),
    ...boxPlaces.create(),
  ],
})
  .on(boxPacked, (db, event) => [
    known(db, event),
    db.updateTable('box').set({ contest: event.data.contest }).where('box', '=', event.subject).where('contest', 'is', null),
    ...moved(event, { place: 'in-warehouse', warehouse: event.data.warehouse, zone: event.data.zone }),
  ])
  .on(boxSealed, (db, event) => [
    known(db, event),
    sql`insert into seal (number, box, revision, at, event)
      select value, ${event.subject}, ${event.revision}, ${event.effectiveAt}, ${event.id} from ${eachOf(event.data.seals)}`,
  ])
  .on(sealBroken, (db, event) => [
    known(db, event),
    db.insertInto('seal_break').values({ box: event.subject, number: event.data.seal, at: event.effectiveAt, revision: event.revision }),
  ])
  .on(boxLoaded, (db, event) => [known(db, event), ...moved(event, { place: 'on-truck', dispatch: event.data.dispatch })])
  .on(loadingRefused, known)
  .on(boxReceived, (db, event) => [known(db, event), ...moved(event, { place: 'at-office', village: event.data.village, dispatch: event.data.dispatch })])
  .on(sealMismatchFound, known)
  .on(boxHandedToStation, (db, event) => [known(db, event), ...moved(event, { place: 'at-station' })])
  .on(boxReturned, (db, event) => {
    const { warehouse, zone, village } = event.data;
    return [known(db, event), ...moved(event, { place: sql<string>`iif(${warehouse} is null, 'at-office', 'in-warehouse')`, warehouse, zone, village })];
  })
  .on(boxLossReported, (db, event) => [known(db, event), ...moved(event, { place: 'lost' })]);

function known(db: Kysely<Boxes>, { subject, data, knownFrom }: StepEvent<{ station: string }>) {
  return db
    .insertInto('box')
    .values({ box: subject, station: data.station, contest: null, known_from: knownFrom })
    .onConflict((conflict) => conflict.doNothing());
}

interface MovedTo {
  readonly place: string | Expression<string>;
  readonly warehouse?: Expression<string | null> | Expression<string>;
  readonly zone?: Expression<string | null> | Expression<string>;
  readonly dispatch?: Expression<string>;
  readonly village?: Expression<string | null> | Expression<string>;
}

function moved(event: StepEvent<never>, { place, warehouse, zone, dispatch, village }: MovedTo) {
  const or = (value: Expression<string | null> | Expression<string> | undefined): RawBuilder<string | null> => sql<string | null>`${value ?? null}`;
  return boxPlaces.tell(event, {
    holds: { place, warehouse: or(warehouse), zone: or(zone), dispatch: or(dispatch), village: or(village), event: event.id, type: event.type },
  });
}
