import { projection, eachOf } from '#read-models';
import { sql } from 'kysely';
import { guestAccountedFor, musterClosed, musterDeclared } from '../domain/muster.ts';
import type { GuestState, MusterReason } from '../domain/muster.ts';

export interface MusterTable {
  muster: string;
  post: string;
  reason: MusterReason;
  note: string | null;
  declared: number;
  declared_by: string;
  recorded: number;
  closed: number | null;
  closing_note: string | null;
}

/** One guest of a muster: expected, found, or missing. */
export interface MusteredTable {
  muster: string;
  visit: string;
  /** 1: the log had the guest inside when the muster was declared. */
  expected: number;
  unobserved: number;
  state: GuestState | null;
  place: string | null;
  accounted: number | null;
  accounted_by: string | null;
  /** 1: named as missing when the muster was closed. */
  named_missing: number;
}

export const musters = projection<{ muster: MusterTable; mustered: MusteredTable }>({
  name: 'musters',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('muster')
      .addColumn('muster', 'text', (c) => c.primaryKey())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('declared', 'integer', (c) => c.notNull())
      .addColumn('declared_by', 'text', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('closed', 'integer')
      .addColumn('closing_note', 'text'),
    schema.createIndex('muster_by_post').on('muster').columns(['post', 'declared']),
    schema
      .createTable('mustered')
      .addColumn('muster', 'text', (c) => c.notNull())
      .addColumn('visit', 'text', (c) => c.notNull())
      .addColumn('expected', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('unobserved', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('state', 'text')
      .addColumn('place', 'text')
      .addColumn('accounted', 'integer')
      .addColumn('accounted_by', 'text')
      .addColumn('named_missing', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('mustered_key', ['muster', 'visit'])
      .modifyEnd(sql`without rowid`),
  ],
})
  .on(musterDeclared, (db, { subject, data, effectiveAt, recordedAt, actor }) => [
    db
      .insertInto('muster')
      .values({ muster: subject, post: data.post, reason: data.reason, note: data.note, declared: effectiveAt, declared_by: actor.user, recorded: recordedAt })
      .onConflict((conflict) => conflict.doNothing()),
    sql`insert into mustered (muster, visit, expected) select ${subject}, value, 1 from ${eachOf(data.expected)} where true on conflict do update set expected = 1`,
    sql`update mustered set unobserved = 1 where muster = ${subject} and visit in (select value from ${eachOf(data.unobserved)})`,
  ])
  .on(guestAccountedFor, (db, { subject, data, effectiveAt, actor }) => [
    db
      .insertInto('mustered')
      .values({ muster: subject, visit: data.visit, expected: 0, unobserved: 0, named_missing: 0 })
      .onConflict((conflict) => conflict.doNothing()),
    db
      .updateTable('mustered')
      .set({ state: data.state, place: data.place, accounted: effectiveAt, accounted_by: actor.user })
      .where('muster', '=', subject)
      .where('visit', '=', data.visit)
      .where((eb) => eb.or([eb('accounted', 'is', null), eb('accounted', '<=', effectiveAt)])),
  ])
  .on(musterClosed, (db, { subject, data, effectiveAt }) => [
    db.updateTable('muster').set({ closed: effectiveAt, closing_note: data.note }).where('muster', '=', subject).where('closed', 'is', null),
    sql`update mustered set named_missing = 1 where muster = ${subject} and visit in (select value from ${eachOf(data.missing)})`,
  ]);
