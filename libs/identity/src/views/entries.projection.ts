import { projection } from '#read-models';
import { sql, type Expression, type Kysely } from 'kysely';
import {
  entryAccepted,
  entryDiscarded,
  entryDismissed,
  entryMarked,
  entryNotCarriedOut,
  entryNoted,
  entryQuarantined,
  type ClaimedEntry,
} from '../domain/entry.ts';

export const entryStatuses = ['marked', 'quarantined', 'accepted', 'taken-up', 'not-carried-out', 'dismissed', 'discarded', 'noted'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

export interface EntryTable {
  entry: string;
  command: string;
  post: string | null;
  author: string;
  device: string | null;
  seq: number | null;
  /** JSON list: what is still wrong with it. */
  marks: string;
  /** The same without the gap before it. */
  other_marks: string;
  /** How many numbers directly before it are missing without an explanation. */
  gap: number;
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

type Db = Kysely<{ entry: EntryTable }>;

/** What its device said of an entry. A gap that was told of before gaps were counted is one number. */
function toldBy({ marks, missing = 1, seq }: ClaimedEntry) {
  const wrong = marks.filter((mark) => mark !== 'sequence-late');
  const others = wrong.filter((mark) => mark !== 'sequence-gap');
  return {
    list: JSON.stringify(wrong),
    others: JSON.stringify(others),
    missing: others.length < wrong.length ? missing : 0,
    /** The number whose gap it fills by coming late. */
    after: marks.includes('sequence-late') ? seq + 1 : null,
  };
}

/** The gap before a number: what was missing directly before it has come, and says itself what is missing before that. */
const closeBefore = (db: Db, device: Expression<string>, seq: Expression<number | null>) =>
  db
    .updateTable('entry')
    .set((entry) => ({ marks: entry.ref('other_marks'), gap: 0 }))
    .where('device', '=', device)
    .where('seq', '=', seq);

/** The gaps of a device in which every number was refused and then given up, or stands as a note: nothing was lost. */
const closeExplained = (db: Db, device: Expression<string | null>) =>
  db
    .updateTable('entry')
    .set((entry) => ({ marks: entry.ref('other_marks'), gap: 0 }))
    .where('device', '=', device)
    .where('gap', '>', 0)
    .where('gap', '=', (entry) =>
      entry
        .selectFrom('entry as given')
        .select(({ fn }) => fn.count<number>('given.seq').distinct().as('numbers'))
        .whereRef('given.device', '=', entry.ref('entry.device'))
        .where('given.status', 'in', ['discarded', 'noted'])
        .whereRef('given.seq', '<', entry.ref('entry.seq'))
        .where('given.seq', '>=', sql<number>`${entry.ref('entry.seq')} - ${entry.ref('entry.gap')}`),
    );

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
      .addColumn('other_marks', 'text', (c) => c.notNull())
      .addColumn('gap', 'integer', (c) => c.notNull())
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
    schema.createIndex('entry_by_device').on('entry').columns(['device', 'seq']),
    sql`create index entry_to_take_up on entry (known_from) where status = 'accepted'`,
  ],
})
  .on(entryMarked, {
    derive: ({ data }) => ({ ...toldBy(data), at: data.post ?? null }),
    step: (db, { subject, data, recordedAt, knownFrom }, { list, others, missing, after, at }) => [
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
          other_marks: others,
          gap: missing,
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
      closeExplained(db, data.device),
      closeBefore(db, data.device, after),
    ],
  })
  .on(entryQuarantined, {
    derive: ({ data }) => ({ ...toldBy(data), at: data.post ?? null }),
    step: (db, { subject, data, recordedAt, knownFrom }, { list, others, missing, after, at }) => [
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
          other_marks: others,
          gap: missing,
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
      closeExplained(db, data.device),
      closeBefore(db, data.device, after),
    ],
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
    step: (db, { subject, data, actor, occurredAt, effectiveAt, recordedAt, knownFrom }, { at, by, number, why }) => [
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
          other_marks: '[]',
          gap: 0,
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
      closeExplained(db, by),
    ],
  })
  .on(entryNoted, {
    derive: ({ data }) => ({ at: data.post ?? null, by: data.device ?? null, number: data.seq ?? null, why: data.problem ?? null }),
    step: (db, { subject, data, actor, occurredAt, effectiveAt, recordedAt, knownFrom }, { at, by, number, why }) => [
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
          other_marks: '[]',
          gap: 0,
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
      closeExplained(db, by),
    ],
  });
