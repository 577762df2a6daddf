import { projection, type StepEvent } from '#read-models';
import { type Expression, type Kysely, sql } from 'kysely';
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
import { surplusDestroyed } from '../domain/destruction.ts';
import {
  checkpointPassed,
  delayReported,
  dispatchArrived,
  dispatchDeparted,
  dispatchOverdueNoticed,
  dispatchPlanned,
  strayBoxSeen,
} from '../domain/dispatch.ts';
import {
  damageReported,
  deliveryReceived,
  drawReturned,
  lossReported,
  lotDrawn,
  lotInspected,
  lotMoved,
  lotSplit,
  quantityCorrected,
} from '../domain/lot.events.ts';

/** Everything that was told of boxes, runs, lots and destructions, one row an event, as it was told. */
export interface MovementTable {
  stream: string;
  revision: number;
  /** Id of the event. */
  event: string;
  type: string;
  box: string | null;
  dispatch: string | null;
  /** Station of the box, destination of the run, village of the destruction; NULL of a lot, which is where its warehouse is. */
  area: string | null;
  /** Of a lot. */
  warehouse: string | null;
  at: number;
  recorded: number;
  known_from: number;
  occurred_at: string;
  user: string;
  role: string;
  sent_by: string | null;
  voice: string;
  method: string | null;
  /** JSON list of the objections that stood against it. */
  contradicts: string | null;
  /** JSON of what it says; personal values are commitments. */
  detail: string;
}

interface Movements {
  movement: MovementTable;
}

/** Pure; an event's data is JSON already. What a manifest lists is in `plan`. */
const wholly = {
  derive: ({ data }: { data: object }) => ({
    detail: JSON.stringify(data, (key, value: unknown) => (key === 'boxes' && Array.isArray(value) ? undefined : value)),
  }),
};
type Derived = Readonly<Record<'detail', Expression<string>>>;

const ofNothing = { box: null, dispatch: null, area: null, warehouse: null };

export const movements = projection<Movements>({
  name: 'movements',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('movement')
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('box', 'text')
      .addColumn('dispatch', 'text')
      .addColumn('area', 'text')
      .addColumn('warehouse', 'text')
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('occurred_at', 'text', (c) => c.notNull())
      .addColumn('user', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('sent_by', 'text')
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('method', 'text')
      .addColumn('contradicts', 'text')
      .addColumn('detail', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('movement_key', ['stream', 'revision']),
    sql`create index movement_of_box on movement (box, at) where box is not null`,
    sql`create index movement_of_run on movement (dispatch, at) where box is null`,
    schema.createIndex('movement_in_time').on('movement').columns(['at', 'known_from', 'stream', 'revision']),
  ],
})
  .on(boxPacked, { ...wholly, step: ofBox })
  .on(boxSealed, { ...wholly, step: ofBox })
  .on(sealBroken, { ...wholly, step: ofBox })
  .on(boxLoaded, { ...wholly, step: (db, event, derived) => ofBox(db, event, derived, event.data.dispatch) })
  .on(loadingRefused, { ...wholly, step: (db, event, derived) => ofBox(db, event, derived, event.data.dispatch) })
  .on(boxReceived, { ...wholly, step: (db, event, derived) => ofBox(db, event, derived, event.data.dispatch) })
  .on(sealMismatchFound, { ...wholly, step: (db, event, derived) => ofBox(db, event, derived, event.data.dispatch) })
  .on(boxHandedToStation, { ...wholly, step: ofBox })
  .on(boxReturned, { ...wholly, step: ofBox })
  .on(boxLossReported, { ...wholly, step: ofBox })
  .on(dispatchPlanned, { ...wholly, step: ofDispatch })
  .on(dispatchDeparted, { ...wholly, step: ofDispatch })
  .on(checkpointPassed, { ...wholly, step: ofDispatch })
  .on(delayReported, { ...wholly, step: ofDispatch })
  .on(dispatchArrived, { ...wholly, step: ofDispatch })
  .on(strayBoxSeen, { ...wholly, step: ofStrayBox })
  .on(dispatchOverdueNoticed, { ...wholly, step: ofDispatch })
  .on(deliveryReceived, { ...wholly, step: ofLot })
  .on(lotInspected, { ...wholly, step: ofLot })
  .on(lotMoved, { ...wholly, step: ofLot })
  .on(lotSplit, { ...wholly, step: ofLot })
  .on(lotDrawn, { ...wholly, step: ofLot })
  .on(drawReturned, { ...wholly, step: ofLot })
  .on(damageReported, { ...wholly, step: ofLot })
  .on(lossReported, { ...wholly, step: ofLot })
  .on(quantityCorrected, { ...wholly, step: ofLot })
  .on(surplusDestroyed, { ...wholly, step: (db, event, { detail }) => told(db, event, { ...ofNothing, area: event.data.village, detail }) });

function ofBox(db: Kysely<Movements>, event: StepEvent<{ station: string }>, { detail }: Derived, dispatch?: Expression<string>) {
  return told(db, event, { ...ofNothing, box: event.subject, area: event.data.station, dispatch: sql<string | null>`${dispatch ?? null}`, detail });
}

function ofDispatch(db: Kysely<Movements>, event: StepEvent<{ destination: string }>, { detail }: Derived) {
  return told(db, event, { ...ofNothing, dispatch: event.subject, area: event.data.destination, detail });
}

/** What was told of a run, of a box that is none of its own. */
function ofStrayBox(db: Kysely<Movements>, event: StepEvent<{ destination: string; box: string }>, { detail }: Derived) {
  const { box, destination } = event.data;
  return told(db, event, { ...ofNothing, box, dispatch: event.subject, area: destination, detail });
}

function ofLot(db: Kysely<Movements>, event: StepEvent<{ warehouse: string }>, { detail }: Derived) {
  return told(db, event, { ...ofNothing, warehouse: event.data.warehouse, detail });
}

interface Said {
  readonly box: Expression<string> | null;
  readonly dispatch: Expression<string> | Expression<string | null> | null;
  readonly area: Expression<string> | null;
  readonly warehouse: Expression<string> | null;
  readonly detail: Expression<string>;
}

function told(db: Kysely<Movements>, event: StepEvent<never>, said: Said) {
  const { stream, revision, id, type, effectiveAt, recordedAt, knownFrom, occurredAt, actor, sentBy, voice, method, contradicts } = event;
  return db.insertInto('movement').values({
    stream,
    revision,
    event: id,
    type,
    at: effectiveAt,
    recorded: recordedAt,
    known_from: knownFrom,
    occurred_at: occurredAt,
    user: actor.user,
    role: actor.role,
    sent_by: sentBy,
    voice,
    method,
    contradicts,
    ...said,
  });
}
