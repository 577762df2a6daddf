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
import { checkpointPassed, delayReported, dispatchArrived, dispatchDeparted, dispatchOverdueNoticed, dispatchPlanned } from '../domain/dispatch.ts';

/** Everything that was told of boxes and of runs, one row an event, as it was told. */
export interface MovementTable {
  stream: string;
  revision: number;
  /** Id of the event. */
  event: string;
  type: string;
  box: string | null;
  dispatch: string | null;
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
type Derived = Parameters<typeof ofBox>[2];

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
  .on(dispatchOverdueNoticed, { ...wholly, step: ofDispatch });

function ofBox(db: Kysely<Movements>, event: StepEvent<never>, { detail }: { readonly detail: Expression<string> }, dispatch?: Expression<string>) {
  return told(db, event, { box: event.subject, dispatch: sql<string | null>`${dispatch ?? null}`, detail });
}

function ofDispatch(db: Kysely<Movements>, event: StepEvent<never>, { detail }: Derived) {
  return told(db, event, { box: null, dispatch: event.subject, detail });
}

interface Said {
  readonly box: Expression<string> | null;
  readonly dispatch: Expression<string> | Expression<string | null>;
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
