import { type Place, projection, type StepEvent, forever } from '#read-models';
import { type Kysely, sql } from 'kysely';
import { shiftEnded, shiftHandedOver, shiftStarted } from '../domain/shift.ts';

/** From when until when a shift stood in one way: with these guards on duty, or ended. */
export interface TurnTable {
  shift: string;
  at: number;
  revision: number;
  post: string;
  /** When the shift's next turn began. */
  until: number;
  running: number;
  /** JSON list of users. */
  guards: string;
  recorded: number;
}

interface Shifts {
  turn: TurnTable;
}

export const shifts = projection<Shifts>({
  name: 'shifts',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('turn')
      .addColumn('shift', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('until', 'integer', (c) => c.notNull())
      .addColumn('running', 'integer', (c) => c.notNull())
      .addColumn('guards', 'text', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('turn_key', ['shift', 'at', 'revision']),
    sql`create index turn_running on turn (post, until) where running = 1`,
    schema.createIndex('turn_by_post').on('turn').columns(['post', 'at']),
  ],
})
  .on(shiftStarted, (db, event) => turned(db, event, event.data.post, event.data.guards))
  .on(shiftHandedOver, (db, event) => turned(db, event, event.data.post, event.data.to))
  .on(shiftEnded, (db, event) => turned(db, event, event.data.post));

/** A turn lasts until the shift's next one, whichever of them is told first. */
function turned(db: Kysely<Shifts>, { subject, revision, effectiveAt, recordedAt }: StepEvent<unknown>, post: Place<string>, guards?: Place<string>) {
  const next = db
    .selectFrom('turn')
    .select((eb) => eb.fn.coalesce(eb.fn.min('at'), sql.lit(forever)).as('until'))
    .where('shift', '=', subject)
    .where('at', '>', effectiveAt);
  return [
    db
      .insertInto('turn')
      .values({ shift: subject, at: effectiveAt, revision, post, until: next, running: guards ? 1 : 0, guards: guards ?? '[]', recorded: recordedAt }),
    db
      .updateTable('turn')
      .set({ until: effectiveAt })
      .where('shift', '=', subject)
      .where('at', '<=', effectiveAt)
      .where('until', '>', effectiveAt)
      .where('revision', '!=', revision),
  ];
}
