import { eachOf, projection, type StepEvent, timeline, type TimelineTables } from '#read-models';
import { type Expression, type Kysely, sql } from 'kysely';
import { checkpointPassed, delayReported, dispatchArrived, dispatchDeparted, dispatchOverdueNoticed, dispatchPlanned } from '../domain/dispatch.ts';

/** A run of which anything was told. What its planning says is NULL until that has arrived. */
export interface DispatchTable {
  dispatch: string;
  destination: string;
  warehouse: string | null;
  /** A commitment, as is the driver's name. */
  vehicle: string | null;
  driver: string | null;
  driver_name: string | null;
  /** JSON list of accounts. */
  escort: string | null;
  planned: number | null;
  due: number | null;
  /** The time past which it was last noticed to be overdue. */
  overdue_noticed: number | null;
  known_from: number;
}

/** A box that a run is planned to carry. */
export interface PlanTable {
  dispatch: string;
  box: string;
  at: number;
  event: string;
}

export interface DelayTable {
  dispatch: string;
  at: number;
  revision: number;
  due: number;
  reason: string;
  known_from: number;
}

/** Whoever let a truck go named this box as not on it. */
export interface MissingTable {
  dispatch: string;
  box: string;
}

/** What was found at a truck when it left. What is NULL was not said, or is as it was planned. */
export interface DepartureTable {
  dispatch: string;
  at: number;
  revision: number;
  event: string;
  /** JSON list, sorted. */
  seals: string | null;
  /** A commitment, as is the driver's name. */
  vehicle: string | null;
  driver: string | null;
  driver_name: string | null;
  /** JSON list of accounts, sorted. */
  escort: string | null;
  /** A commitment. */
  escort_others: string | null;
  known_from: number;
}

interface RunValues extends Readonly<Record<string, string | null>> {
  readonly destination: string;
  readonly status: string;
  readonly checkpoint: string | null;
  readonly village: string | null;
  readonly event: string;
  readonly type: string;
}

export const runPlaces = timeline<RunValues>()({
  name: 'run_place',
  values: { destination: 'text', status: 'text', checkpoint: 'text', village: 'text', event: 'text', type: 'text' },
  by: ['destination'],
});

export type Dispatches = { dispatch: DispatchTable; plan: PlanTable; delay: DelayTable; missing_box: MissingTable; departure: DepartureTable } & TimelineTables<
  'run_place',
  RunValues
>;

/** Every run: what was planned, how far it had come at any instant, as it was known at any other, and by when it was to arrive. */
export const dispatches = projection<Dispatches>({
  name: 'dispatches',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('dispatch')
      .addColumn('dispatch', 'text', (c) => c.primaryKey())
      .addColumn('destination', 'text', (c) => c.notNull())
      .addColumn('warehouse', 'text')
      .addColumn('vehicle', 'text')
      .addColumn('driver', 'text')
      .addColumn('driver_name', 'text')
      .addColumn('escort', 'text')
      .addColumn('planned', 'integer')
      .addColumn('due', 'integer')
      .addColumn('overdue_noticed', 'integer')
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .modifyEnd(sql`without rowid`),
    schema.createIndex('dispatch_by_destination').on('dispatch').columns(['destination', 'dispatch']),
    schema
      .createTable('plan')
      .addColumn('dispatch', 'text', (c) => c.notNull())
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('plan_key', ['dispatch', 'box'])
      .modifyEnd(sql`without rowid`),
    schema.createIndex('plan_of_box').on('plan').column('box'),
    schema
      .createTable('delay')
      .addColumn('dispatch', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('due', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('delay_key', ['dispatch', 'at', 'revision'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('missing_box')
      .addColumn('dispatch', 'text', (c) => c.notNull())
      .addColumn('box', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('missing_box_key', ['dispatch', 'box'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('departure')
      .addColumn('dispatch', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('seals', 'text')
      .addColumn('vehicle', 'text')
      .addColumn('driver', 'text')
      .addColumn('driver_name', 'text')
      .addColumn('escort', 'text')
      .addColumn('escort_others', 'text')
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('departure_key', ['dispatch', 'at', 'revision'])
      .modifyEnd(sql`without rowid`),
    ...runPlaces.create(),
  ],
})
  .on(dispatchPlanned, (db, event) => {
    const { warehouse, vehicle, driver, driverName, escort, due, boxes } = event.data;
    return [
      known(db, event),
      db
        .updateTable('dispatch')
        .set({ warehouse, vehicle, driver, driver_name: driverName, escort, due, planned: event.effectiveAt })
        .where('dispatch', '=', event.subject)
        .where('planned', 'is', null),
      sql`insert into plan (dispatch, box, at, event)
        select ${event.subject}, value, ${event.effectiveAt}, ${event.id} from ${eachOf(boxes)} where true on conflict do nothing`,
    ];
  })
  .on(dispatchDeparted, (db, event) => [
    known(db, event),
    ...moved(event, { status: 'under-way' }),
    sql`insert into missing_box (dispatch, box) select ${event.subject}, value from ${eachOf(event.data.missing)} where true on conflict do nothing`,
    sql`insert into departure (dispatch, at, revision, event, seals, vehicle, driver, driver_name, escort, escort_others, known_from)
      values (${event.subject}, ${event.effectiveAt}, ${event.revision}, ${event.id}, ${event.data.seals}, ${event.data.vehicle}, ${event.data.driver},
        ${event.data.driverName}, ${event.data.escort}, ${event.data.escortOthers}, ${event.knownFrom})`,
  ])
  .on(checkpointPassed, (db, event) => [known(db, event), ...moved(event, { status: 'under-way', checkpoint: event.data.checkpoint })])
  .on(delayReported, (db, event) => [
    known(db, event),
    db.insertInto('delay').values({
      dispatch: event.subject,
      at: event.effectiveAt,
      revision: event.revision,
      due: event.data.due,
      reason: event.data.reason,
      known_from: event.knownFrom,
    }),
  ])
  .on(dispatchArrived, (db, event) => [known(db, event), ...moved(event, { status: 'arrived', village: event.data.village })])
  .on(dispatchOverdueNoticed, (db, event) => [
    known(db, event),
    db.updateTable('dispatch').set({ overdue_noticed: event.data.due }).where('dispatch', '=', event.subject),
  ]);

function known(db: Kysely<Dispatches>, { subject, data, knownFrom }: StepEvent<{ destination: string }>) {
  return db
    .insertInto('dispatch')
    .values({ dispatch: subject, destination: data.destination, known_from: knownFrom })
    .onConflict((conflict) => conflict.doNothing());
}

interface MovedTo {
  readonly status: 'under-way' | 'arrived';
  readonly checkpoint?: Expression<string>;
  readonly village?: Expression<string>;
}

function moved(event: StepEvent<{ destination: string }>, { status, checkpoint, village }: MovedTo) {
  const or = (value: Expression<string> | undefined) => sql<string | null>`${value ?? null}`;
  return runPlaces.tell(event, {
    holds: { destination: event.data.destination, status, checkpoint: or(checkpoint), village: or(village), event: event.id, type: event.type },
  });
}
