import type Database from 'better-sqlite3';
import { judge, type Standing, type Verdict } from '../append-rules.ts';
import type { NewEvent, Receipt } from '../port.ts';
import { EventRows } from './event-rows.ts';
import { codeOf, failureOf } from './failures.ts';
import type { Answer } from './messages.ts';
import type { UnpackedAppend } from './packing.ts';
import type { Reserve } from './reserve.ts';

/** Some 150 bytes each; one that is not among them costs a look into an index. */
const cachedStreams = 20_000;
const full = (code: string): boolean => code.startsWith('SQLITE_FULL');
/** After these the connection is as good as before; after any other error it is opened anew. */
const harmless = (code: string): boolean => full(code) || code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_READONLY');

interface StreamTip {
  readonly id: number;
  revision: number;
}

/** The commit may or may not have reached the disk. Only opening the file again can tell. */
export class CommitInDoubt extends Error {
  override readonly name = 'CommitInDoubt';
}

/** Writes groups of appends, each group one durable transaction. Lives in the writing thread. */
export class LogWriter {
  readonly #db: Database.Database;
  readonly #reserve: Reserve;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #rows: EventRows;
  readonly #streams = new Map<string, StreamTip>();
  readonly #types = new Map<string, number>();
  #head: number;
  /** Set when the connection must be opened anew before the next group. */
  broken: string | undefined;

  constructor(db: Database.Database, reserve: Reserve) {
    this.#db = db;
    this.#reserve = reserve;
    this.#statements = prepare(db);
    this.#rows = new EventRows(db);
    this.#head = this.#statements.head.get() ?? 0;
  }

  get head(): number {
    return this.#head;
  }

  /**
   * One transaction for all; an append that conflicts is answered so and its neighbours go on.
   * @throws CommitInDoubt when the commit itself failed in a way that leaves the outcome open
   */
  commit(appends: readonly UnpackedAppend[]): readonly Answer[] {
    if (!this.#reserve.stands()) return this.#unrecorded(appends, failureOf({ code: 'SQLITE_FULL' }, this.#db.name).why, true);
    const before = this.#head;
    let answers: readonly Answer[];
    try {
      this.#statements.begin.run();
      answers = appends.map((append) => this.#append(append));
    } catch (error) {
      this.#undo(before);
      return this.#refused(appends, error);
    }
    try {
      this.#statements.commit.run();
      return answers;
    } catch (error) {
      if (!full(codeOf(error))) throw new CommitInDoubt(failureOf(error, this.#db.name).why, { cause: error });
      this.#undo(before);
      return this.#refused(appends, error);
    }
  }

  #append(append: UnpackedAppend): Answer {
    const { n, stream, receipt, events } = append;
    const verdict = this.#judge(append);
    if (verdict.kind === 'conflict' || verdict.kind === 'duplicate') return { n, ...verdict };
    const tip = this.#tip(stream) ?? this.#newStream(stream);
    if (verdict.kind === 'new') this.#insert(tip, events);
    const { firstRevision } = verdict;
    const [lastRevision, position] = [firstRevision + events.length - 1, verdict.kind === 'new' ? this.#head : verdict.lastPosition];
    if (receipt) this.#keep(receipt, tip.id, firstRevision, lastRevision, position);
    return { n, kind: 'appended', firstRevision, lastRevision, position, repeated: verdict.kind === 'repeated' };
  }

  #judge({ stream, expected, receipt, events }: UnpackedAppend): Verdict {
    const tip = this.#tip(stream);
    const standing: Standing = {
      actual: tip?.revision ?? -1,
      commandKnown: () => receipt !== undefined && this.#statements.commandKnown.get(receipt.command) === 1,
      at: (revision) => tip && this.#statements.stood.get(tip.id, revision),
    };
    return judge(events, expected === -1 ? 'none' : expected, standing);
  }

  #tip(stream: string): StreamTip | undefined {
    const known = this.#streams.get(stream);
    if (known) return known;
    const tip = this.#statements.tip.get(stream);
    if (!tip) return undefined;
    if (this.#streams.size >= cachedStreams) this.#streams.clear();
    this.#streams.set(stream, tip);
    return tip;
  }

  #newStream(stream: string): StreamTip {
    const tip = { id: Number(this.#statements.newStream.run(stream).lastInsertRowid), revision: -1 };
    this.#streams.set(stream, tip);
    return tip;
  }

  #insert(tip: StreamTip, events: readonly NewEvent[]): void {
    this.#rows.insert(events.map((event) => ({ position: ++this.#head, stream: tip.id, revision: ++tip.revision, type: this.#typeId(event.type), event })));
  }

  #typeId(type: string): number {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    const id = this.#statements.typeId.get(type) ?? Number(this.#statements.newType.run(type).lastInsertRowid);
    this.#types.set(type, id);
    return id;
  }

  #keep({ command, user, digest }: Receipt, ...place: readonly [stream: number, firstRevision: number, lastRevision: number, position: number]): void {
    this.#statements.keep.run(command, user, digest, ...place);
  }

  /** What was learned inside a transaction that is gone is forgotten with it. */
  #undo(head: number): void {
    this.#streams.clear();
    this.#types.clear();
    this.#head = head;
    try {
      if (this.#db.inTransaction) this.#statements.rollback.run();
    } catch (error) {
      this.broken = failureOf(error, this.#db.name).why;
    }
  }

  /** Before its commit a transaction leaves no trace, and a full disk leaves none of the commit. */
  #refused(appends: readonly UnpackedAppend[], error: unknown): readonly Answer[] {
    const code = codeOf(error);
    if (full(code)) this.#reserve.giveUp();
    const { why } = failureOf(error, this.#db.name);
    if (!harmless(code)) this.broken = why;
    return this.#unrecorded(appends, why, full(code));
  }

  /** Nothing was written now; what an earlier attempt wrote is looked up, because "not recorded" must be true. */
  #unrecorded(appends: readonly UnpackedAppend[], why: string, diskFull: boolean): readonly Answer[] {
    const retryAfter = diskFull ? 5 : 1;
    return appends.map((append) => {
      const { n, events } = append;
      try {
        const verdict = this.#judge(append);
        if (verdict.kind !== 'repeated') return { n, kind: 'unrecorded', why, retryAfter, diskFull };
        const { firstRevision, lastPosition } = verdict;
        return { n, kind: 'appended', firstRevision, lastRevision: firstRevision + events.length - 1, position: lastPosition, repeated: true };
      } catch (error) {
        if (append.doubtful) throw new CommitInDoubt(why, { cause: error });
        return { n, kind: 'unrecorded', why, retryAfter, diskFull };
      }
    });
  }
}

const prepare = (db: Database.Database) => ({
  begin: db.prepare<[]>('BEGIN IMMEDIATE'),
  commit: db.prepare<[]>('COMMIT'),
  rollback: db.prepare<[]>('ROLLBACK'),
  head: db.prepare<[], number | null>('SELECT max(position) FROM events').pluck(),
  tip: db.prepare<[string], StreamTip>(
    'SELECT s.id, coalesce((SELECT max(revision) FROM events WHERE stream = s.id), -1) AS revision FROM streams s WHERE s.name = ?',
  ),
  newStream: db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)'),
  typeId: db.prepare<[string], number>('SELECT id FROM types WHERE name = ?').pluck(),
  newType: db.prepare<[string]>('INSERT INTO types (name) VALUES (?)'),
  stood: db.prepare<[number, number], NewEvent & { position: number }>(
    'SELECT e.id, t.name AS type, e.data, e.metadata, e.position FROM events e JOIN types t ON t.id = e.type WHERE e.stream = ? AND e.revision = ?',
  ),
  commandKnown: db.prepare<[string], 1>('SELECT 1 FROM receipts WHERE command = ?').pluck(),
  keep: db.prepare<[string, string, Uint8Array, number, number, number, number]>('INSERT OR IGNORE INTO receipts VALUES (?, ?, ?, ?, ?, ?, ?)'),
});
