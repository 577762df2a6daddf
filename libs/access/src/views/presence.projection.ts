import { projection, forever } from '#read-models';
import { sql } from 'kysely';
import { doorEntered, doorLeft, exitNotObserved, guestAdmitted, guestLeft, visitCorrected } from '../domain/visit.events.ts';
import {
  correctsWhereabouts,
  firstEntry,
  firstExit,
  moved,
  movedIf,
  stayAgain,
  stayAgainAfterEntry,
  stayAgainAfterExit,
  stayAgainIf,
  staysAgain,
} from './presence.steps.ts';
import type { Presence } from './presence.tables.ts';

/**
 * Who is inside which door of which post, at any instant, as it was known at any other. A stay's row holds where it was
 * true (`entered` to `left`) and where it was known (`known_from` to `known_to`, the exit from `left_known`). Filling in
 * a first exit forgets nothing, since the row keeps since when it knew; whatever else is told of a visit closes the rows
 * it contradicts and inserts what is believed from then on.
 */
export const presence = projection<Presence>({
  name: 'presence',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('move')
      .addColumn('visit', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('inner_door', 'text')
      .addColumn('door', 'text')
      .addColumn('badge', 'text')
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('entered', 'integer')
      .addColumn('left', 'integer')
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('guest', 'text', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('contradicts', 'text')
      .addPrimaryKeyConstraint('move_key', ['visit', 'revision'])
      .modifyEnd(sql`without rowid`),
    schema
      .createTable('stay')
      .addColumn('visit', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('is_inner', 'integer', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('guest', 'text', (c) => c.notNull())
      .addColumn('door', 'text', (c) => c.notNull())
      .addColumn('badge', 'text')
      .addColumn('entered', 'integer', (c) => c.notNull())
      .addColumn('entered_recorded', 'integer', (c) => c.notNull())
      .addColumn('contradicts', 'text')
      .addColumn('left', 'integer')
      .addColumn('left_known', 'integer')
      .addColumn('left_recorded', 'integer')
      .addColumn('unobserved', 'integer')
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('known_to', 'integer', (c) => c.notNull().defaultTo(forever))
      .addColumn('span', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('stay_key', ['visit', 'revision', 'version'])
      .modifyEnd(sql`without rowid`),
    // Which visits were told out of the ordinary, and when.
    schema
      .createTable('stay_again')
      .addColumn('visit', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('stay_again_key', ['visit', 'revision'])
      .modifyEnd(sql`without rowid`),
    ...staysAgain(),
    schema.createIndex('stay_in_time').on('stay').columns(['post', 'span', 'entered']),
  ],
})
  .on(guestAdmitted, (db, event) => [
    moved(db, event, { kind: 'in', door: event.data.door, badge: event.data.badge, post: event.data.post, guest: event.data.guest }),
    firstEntry(event),
    stayAgainAfterEntry(event),
  ])
  .on(guestLeft, (db, event) => [
    moved(db, event, { kind: 'out', post: event.data.post, guest: event.data.guest }),
    firstExit(event),
    stayAgainAfterExit(event),
  ])
  .on(exitNotObserved, (db, event) => [moved(db, event, { kind: 'unobserved', post: event.data.post, guest: event.data.guest }), stayAgain(event)])
  .on(doorEntered, (db, event) => [
    moved(db, event, { kind: 'in', inner_door: event.data.door, door: event.data.door, post: event.data.post, guest: event.data.guest }),
    stayAgain(event),
  ])
  .on(doorLeft, (db, event) => [
    moved(db, event, { kind: 'out', inner_door: event.data.door, post: event.data.post, guest: event.data.guest }),
    stayAgain(event),
  ])
  .on(visitCorrected, (_, event) => {
    const { door, badge, entered, left, post, guest } = event.data;
    const corrects = correctsWhereabouts(event.data);
    return [movedIf(corrects, event, { kind: 'corrected', door, badge, entered, left, post, guest }), stayAgainIf(corrects, event)];
  });
