import { projection } from '#read-models';
import { sql } from 'kysely';
import { entryAccepted, entryDiscarded, entryDismissed, entryMarked, entryNotCarriedOut, entryNoted, entryQuarantined } from '../domain/entry.ts';

export const entryStatuses = ['marked', 'quarantined', 'accepted', 'taken-up', 'not-carried-out', 'dismissed', 'discarded', 'noted'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

export interface EntryTable {
  entry: string;
  command: string;
  post: string | null;
  author: string;
  device: string | null;
  seq: number | null;
  /** JSON list. */
  marks: string;
  status: EntryStatus;
  /** JSON of the command, with commitments; only of what was kept apart. */
  body: string | null;
  signature: string | null;
  /** Commitment of what stands instead of a refused entry. */
  note: string | null;
  clock: number | null;
  offset: number | null;
  occurred_at: string;
  effective: number;
  recorded: number;
  /** Why it was dismissed or given up. */
  reason: string | null;
  problem: string | null;
  decided_by: string | null;
  /** JSON list: what stood against it when it was accepted. */
  hindrances: string | null;
  /** Of the event that accepted it. */
  accepted: string | null;
  known_from: number;
}

/** What came from phones with something wrong, and what became of it. */
export const entries = projection<{ entry: EntryTable }>({
  name: 'entries',
  context: 'identity',
  create: (schema) => [
    schema
      .createTable('entry')
      .addColumn('entry', 'text', (c) => c.primaryKey())
      .addColumn('command', 'text', (c) => c.notNull())
      .addColumn('post', 'text')
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('device', 'text')
      .addColumn('seq', 'integer')
      .addColumn('marks', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('body', 'text')
      .addColumn('signature', 'text')
      .addColumn('note', 'text')
      .addColumn('clock', 'integer')
      .addColumn('offset', 'integer')
      .addColumn('occurred_at', 'text', (c) => c.notNull())
      .addColumn('effective', 'integer', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('problem', 'text')
      .addColumn('decided_by', 'text')
      .addColumn('hindrances', 'text')
      .addColumn('accepted', 'text')
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .modifyEnd(sql`strict, without rowid`),
    schema.createIndex('entry_by_post').on('entry').columns(['post', 'recorded']),
    sql`create index entry_to_take_up on entry (known_from) where status = 'accepted'`,
  ],
})
  .on(entryMarked, {
    derive: ({ data }) => ({ list: JSON.stringify(data.marks), at: data.post ?? null }),
    step: (db, { subject, data, recordedAt, knownFrom }, { list, at }) =>
      db
        .insertInto('entry')
        .values({
          entry: subject,
          command: data.command,
          post: at,
          author: data.author,
          device: data.device,
          seq: data.seq,
          marks: list,
          status: 'marked',
          clock: data.clock,
          offset: data.offset,
          occurred_at: data.occurredAt,
          effective: data.effectiveAt,
          recorded: recordedAt,
          known_from: knownFrom,
        })
        // What was kept apart and accepted stands where it belongs now.
        .onConflict((conflict) => conflict.column('entry').doUpdateSet({ status: 'taken-up' })),
  })
  .on(entryQuarantined, {
    derive: ({ data }) => ({ list: JSON.stringify(data.marks), at: data.post ?? null }),
    step: (db, { subject, data, recordedAt, knownFrom }, { list, at }) =>
      db
        .insertInto('entry')
        .values({
          entry: subject,
          command: data.command,
          post: at,
          author: data.author,
          device: data.device,
          seq: data.seq,
          marks: list,
          status: 'quarantined',
          body: data.body,
          signature: data.signature,
          clock: data.clock,
          offset: data.offset,
          occurred_at: data.occurredAt,
          effective: data.effectiveAt,
          recorded: recordedAt,
          known_from: knownFrom,
        })
        .onConflict((conflict) => conflict.doNothing()),
  })
  .on(entryAccepted, (db, { id, subject, actor, knownFrom }) =>
    db
      .updateTable('entry')
      .set({ status: 'accepted', accepted: id, decided_by: actor.user, known_from: knownFrom })
      .where('entry', '=', subject)
      .where('status', '=', 'quarantined'),
  )
  .on(entryNotCarriedOut, {
    derive: ({ data }) => ({ against: JSON.stringify(data.hindrances) }),
    step: (db, { subject }, { against }) =>
      db.updateTable('entry').set({ status: 'not-carried-out', hindrances: against }).where('entry', '=', subject).where('status', '=', 'accepted'),
  })
  .on(entryDismissed, (db, { subject, actor, data }) =>
    db
      .updateTable('entry')
      .set({ status: 'dismissed', reason: data.reason, decided_by: actor.user })
      .where('entry', '=', subject)
      .where('status', 'in', ['quarantined', 'not-carried-out']),
  )
  .on(entryDiscarded, {
    derive: ({ data }) => ({ at: data.post ?? null, by: data.device ?? null, number: data.seq ?? null, why: data.problem ?? null }),
    step: (db, { subject, data, actor, occurredAt, effectiveAt, recordedAt, knownFrom }, { at, by, number, why }) =>
      db
        .insertInto('entry')
        .values({
          entry: subject,
          command: data.command,
          post: at,
          author: actor.user,
          device: by,
          seq: number,
          marks: '[]',
          status: 'discarded',
          occurred_at: occurredAt,
          effective: effectiveAt,
          recorded: recordedAt,
          reason: data.reason,
          problem: why,
          decided_by: actor.user,
          known_from: knownFrom,
        })
        .onConflict((conflict) => conflict.doNothing()),
  })
  .on(entryNoted, {
    derive: ({ data }) => ({ at: data.post ?? null, by: data.device ?? null, number: data.seq ?? null, why: data.problem ?? null }),
    step: (db, { subject, data, actor, occurredAt, effectiveAt, recordedAt, knownFrom }, { at, by, number, why }) =>
      db
        .insertInto('entry')
        .values({
          entry: subject,
          command: data.command,
          post: at,
          author: actor.user,
          device: by,
          seq: number,
          marks: '[]',
          status: 'noted',
          note: data.note,
          occurred_at: occurredAt,
          effective: effectiveAt,
          recorded: recordedAt,
          problem: why,
          decided_by: actor.user,
          known_from: knownFrom,
        })
        .onConflict((conflict) => conflict.doNothing()),
  });
