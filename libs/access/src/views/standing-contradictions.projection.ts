import { explained, explainedTable, type ExplainedTable, forever, type Place, projection, type StepEvent } from '#read-models';
import { type RawBuilder, sql } from 'kysely';
import { contradictionExplained, contradictionNoticed, contradictionSettled } from '../domain/contradiction.ts';
import { doorLocked, doorUnlocked } from '../domain/door.ts';
import { subjectsMerged } from '../domain/person.ts';
import { shiftHandedOver, shiftStarted } from '../domain/shift.ts';
import {
  doorEntered,
  doorLeft,
  entryRefused,
  exitNotObserved,
  guestAdmitted,
  guestLeft,
  guestRefused,
  guestReported,
  visitCorrected,
  watchlistHitOverridden,
} from '../domain/visit.events.ts';
import { compareAgain, comparedAgain, doorDoubtsAgain, type DoubtTable, doubtsAgain, inDoubt, mayNotFit, noLonger } from './doubts.ts';
import { everyIdOf } from './persons.projection.ts';
import { correctsWhereabouts, toldOutOfTheOrdinary } from './presence.steps.ts';
import { spanNumbers } from './spans.ts';

/** What the process has said so far. */
export interface NoticedTable {
  what: string;
  about: string;
  post: string;
  at: number;
  noticed: number;
  settled: number | null;
  standing: number;
  times: number;
}

/** From when on it stood, and until when; once for each time that it was noticed. */
export interface StoodTable {
  /** The event that noticed it. */
  event: string;
  what: string;
  about: string;
  post: string;
  at: number;
  noticed: number;
  known_from: number;
  /** NULL: it stands. */
  settled: number | null;
  settled_known: number | null;
}

interface Doubts {
  doubt: DoubtTable;
  noticed: NoticedTable;
  doubt_stood: StoodTable;
  doubt_explained: ExplainedTable;
}

/**
 * What does not fit together, found again whenever a fact touches it. It reads the tables of `places`, `persons`,
 * `presence` and `shifts` as this very event leaves them: projections of one context take an event in the order of
 * their names, and this name comes after those.
 */
export const standingContradictions = projection<Doubts>({
  name: 'standing-contradictions',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('doubt')
      .addColumn('visit', 'text', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('other', 'text', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('doubt_key', ['visit', 'what', 'other'])
      .modifyEnd(sql`without rowid`),
    schema.createIndex('doubt_by_other').on('doubt').column('other'),
    schema.createIndex('doubt_by_name').on('doubt').columns(['what', 'about']),
    schema
      .createTable('noticed')
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('noticed', 'integer', (c) => c.notNull())
      .addColumn('settled', 'integer')
      .addColumn('standing', 'integer', (c) => c.notNull())
      .addColumn('times', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('noticed_key', ['what', 'about'])
      .modifyEnd(sql`without rowid`),
    sql`create index noticed_standing on noticed (post) where standing = 1`,
    schema
      .createTable('doubt_stood')
      .addColumn('event', 'text', (c) => c.primaryKey())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('noticed', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('settled', 'integer')
      .addColumn('settled_known', 'integer')
      .modifyEnd(sql`without rowid`),
    schema.createIndex('doubt_stood_at').on('doubt_stood').columns(['post', 'noticed']),
    sql`create index doubt_unsettled on doubt_stood (what, about) where settled is null`,
    ...explainedTable(schema, 'doubt_explained'),
    // What is now believed, to be compared: who carried a badge before and after, at which other posts a guest was.
    sql`create index stay_by_badge on stay (post, badge, entered) where is_inner = 0 and known_to = ${sql.lit(forever)}`,
    sql`create index stay_by_guest on stay (guest, post, entered) where is_inner = 0 and known_to = ${sql.lit(forever)}`,
    ...comparedAgain(),
  ],
})
  .on(guestReported, (_, event) => [
    compareAgain(event, event.data.post, sql<boolean>`${event.contradicts} is not null`),
    // Whoever was let in before anyone had told of the report had been reported after all.
    noLonger(
      event.subject,
      'access.guest-not-waiting',
      sql`not exists (select 1 from move m where m.visit = doubt.visit and m.kind in ('in', 'out') and m.at < doubt.at)`,
    ),
  ])
  .on(guestAdmitted, (_, event) =>
    compareAgain(event, event.data.post, sql<boolean>`${toldOutOfTheOrdinary(event)} or ${mayNotFit(event)} or ${inDoubt(event.subject)}`),
  )
  .on(guestLeft, (_, event) =>
    compareAgain(event, event.data.post, sql<boolean>`${event.contradicts} is not null or ${toldOutOfTheOrdinary(event)} or ${inDoubt(event.subject)}`),
  )
  .on(exitNotObserved, (_, event) => compareAgain(event, event.data.post))
  .on(doorEntered, (_, event) => compareAgain(event, event.data.post))
  .on(doorLeft, (_, event) => compareAgain(event, event.data.post))
  .on(guestRefused, (_, event) => compareAgain(event, event.data.post, sql<boolean>`${event.contradicts} is not null`))
  .on(entryRefused, (_, event) => compareAgain(event, event.data.post, sql<boolean>`${event.contradicts} is not null`))
  .on(watchlistHitOverridden, (_, event) => [
    compareAgain(event, event.data.post, sql<boolean>`${event.contradicts} is not null`),
    noLonger(event.subject, 'access.watchlist-hit'),
  ])
  .on(visitCorrected, (_, event) => {
    const whereabouts = correctsWhereabouts(event.data);
    return [
      noLonger(event.subject, undefined, whereabouts),
      compareAgain(event, event.data.post, sql<boolean>`${whereabouts} or ${event.contradicts} is not null`),
    ];
  })
  .on(doorLocked, (_, event) => doorDoubtsAgain(event, event.data.post, spanNumbers))
  .on(doorUnlocked, (_, event) => doorDoubtsAgain(event, event.data.post, spanNumbers))
  .on(shiftStarted, (_, event) => guardsAfterAll(event, event.data.post))
  .on(shiftHandedOver, (_, event) => guardsAfterAll(event, event.data.post))
  .on(subjectsMerged, (_, { subject, knownFrom }) => doubtsAgain(sql`(select visit from stay where guest in ${everyIdOf(subject)})`, knownFrom))
  .on(contradictionNoticed, (db, { id, data: { what, about, post, at }, effectiveAt: noticed, knownFrom }) => [
    db
      .insertInto('noticed')
      .values({ what, about, post, at, noticed, settled: null, standing: 1, times: 1 })
      .onConflict((conflict) => conflict.columns(['what', 'about']).doUpdateSet({ at, noticed, settled: null, standing: 1, times: sql<number>`times + 1` })),
    db.insertInto('doubt_stood').values({ event: id, what, about, post, at, noticed, known_from: knownFrom, settled: null, settled_known: null }),
  ])
  .on(contradictionSettled, (db, { data: { what, about }, effectiveAt: settled, knownFrom }) => [
    db.updateTable('noticed').set({ settled, standing: 0 }).where('what', '=', what).where('about', '=', about),
    db.updateTable('doubt_stood').set({ settled, settled_known: knownFrom }).where('what', '=', what).where('about', '=', about).where('settled', 'is', null),
  ])
  .on(contradictionExplained, (db, event) => db.insertInto('doubt_explained').values(explained(event)));

/** A shift told of late had its guards on duty after all. */
function guardsAfterAll({ subject }: StepEvent<unknown>, post: Place<string>): RawBuilder<unknown> {
  return sql`delete from doubt where post = ${post} and what = 'recorded-against-an-objection' and other = 'access.no-guard-on-duty'
    and exists (select 1 from turn t where t.shift = ${subject} and t.post = ${post} and t.running = 1 and t.at <= doubt.at and t.until > doubt.at)`;
}
