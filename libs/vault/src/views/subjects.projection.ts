import { projection } from '#read-models';
import { sql } from 'kysely';
import { erasureOrdered, erasureRefused, erasureRequested, legalHoldPlaced, legalHoldReleased, subjectErased } from '../domain/subject.ts';
import type { ErasureGround, HoldReason, RefusalReason } from '../domain/subject.ts';

export interface ErasureTable {
  subject: string;
  status: 'requested' | 'ordered' | 'refused' | 'erased';
  ground: ErasureGround;
  post: string | null;
  requested: number;
  requested_by: string;
  /** When it was ordered, refused or done, and by whom. */
  decided: number | null;
  decided_by: string | null;
  refusal: RefusalReason | null;
  /** The event that ordered it. */
  ordered_in: string | null;
}

export interface HoldTable {
  hold: string;
  subject: string;
  reason: HoldReason;
  placed: number;
  placed_by: string;
  released: number | null;
  released_by: string | null;
}

/** The last request about each person, and every hold. */
export const subjects = projection<{ erasure: ErasureTable; hold: HoldTable }>({
  name: 'subjects',
  context: 'vault',
  create: (schema) => [
    schema
      .createTable('erasure')
      .addColumn('subject', 'text', (c) => c.primaryKey())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('ground', 'text', (c) => c.notNull())
      .addColumn('post', 'text')
      .addColumn('requested', 'integer', (c) => c.notNull())
      .addColumn('requested_by', 'text', (c) => c.notNull())
      .addColumn('decided', 'integer')
      .addColumn('decided_by', 'text')
      .addColumn('refusal', 'text')
      .addColumn('ordered_in', 'text')
      .modifyEnd(sql`strict, without rowid`),
    schema
      .createIndex('erasure_ordered')
      .on('erasure')
      .column('decided')
      .where(sql<boolean>`status = 'ordered'`),
    schema
      .createTable('hold')
      .addColumn('hold', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('placed', 'integer', (c) => c.notNull())
      .addColumn('placed_by', 'text', (c) => c.notNull())
      .addColumn('released', 'integer')
      .addColumn('released_by', 'text')
      .addPrimaryKeyConstraint('hold_key', ['subject', 'hold'])
      .modifyEnd(sql`strict, without rowid`),
  ],
})
  .on(erasureRequested, (db, { subject, data, effectiveAt, actor }) => {
    const asked = { status: 'requested', ground: data.ground, post: data.post, requested: effectiveAt, requested_by: actor.user } as const;
    return db
      .insertInto('erasure')
      .values({ subject, ...asked })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ ...asked, decided: null, decided_by: null, refusal: null, ordered_in: null }));
  })
  .on(erasureOrdered, (db, { subject, id, effectiveAt, actor }) =>
    db.updateTable('erasure').set({ status: 'ordered', decided: effectiveAt, decided_by: actor.user, ordered_in: id }).where('subject', '=', subject),
  )
  .on(erasureRefused, (db, { subject, data, effectiveAt, actor }) =>
    db.updateTable('erasure').set({ status: 'refused', decided: effectiveAt, decided_by: actor.user, refusal: data.reason }).where('subject', '=', subject),
  )
  .on(subjectErased, (db, { subject, effectiveAt, actor }) =>
    db.updateTable('erasure').set({ status: 'erased', decided: effectiveAt, decided_by: actor.user }).where('subject', '=', subject),
  )
  .on(legalHoldPlaced, (db, { subject, data, effectiveAt, actor }) => {
    const placed = { reason: data.reason, placed: effectiveAt, placed_by: actor.user };
    return db
      .insertInto('hold')
      .values({ subject, hold: data.hold, ...placed })
      .onConflict((conflict) => conflict.columns(['subject', 'hold']).doUpdateSet({ ...placed, released: null, released_by: null }));
  })
  .on(legalHoldReleased, (db, { subject, data, effectiveAt, actor }) =>
    db.updateTable('hold').set({ released: effectiveAt, released_by: actor.user }).where('subject', '=', subject).where('hold', '=', data.hold),
  );
