import type Database from 'better-sqlite3';
import type { PackedReceipt, ReadRequest } from './messages.ts';
import type { ReaderOptions } from './options.ts';

/** A row of `events`, as `raw()` gives it. */
export type Row<Body = Uint8Array> = readonly [position: number, revision: number, stream: number, type: number, id: string, data: Body, metadata: Body];

export interface Rows<Body = Uint8Array> {
  readonly rows: readonly Row<Body>[];
  readonly through: number;
  readonly head: number;
  readonly done: boolean;
}

const row = 'position, revision, stream, type, id, data, metadata';
const rowOfTexts = 'position, revision, stream, type, id, cast(data AS TEXT), cast(metadata AS TEXT)';
const ofTypes = 'type IN (SELECT id FROM types WHERE name IN (SELECT value FROM json_each(?)))';
const cachedNames = 50_000;

/** The reads of the log, each one short transaction. Used in reader threads and in the projector's. */
export class LogQueries {
  readonly #options: ReaderOptions;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #streams = new Map<number, string>();
  readonly #types = new Map<number, string>();

  constructor(db: Database.Database, options: ReaderOptions) {
    this.#options = options;
    this.#statements = prepare(db);
  }

  head(): number {
    return this.#statements.head.get() ?? 0;
  }

  stream({ stream, from, backwards, limit }: Extract<ReadRequest, { kind: 'stream' }>): Rows {
    const { streamId, forwards, backwards: back } = this.#statements;
    const id = streamId.get(stream);
    const start = from ?? (backwards ? Number.MAX_SAFE_INTEGER : 0);
    if (id === undefined) return { rows: [], through: start, head: 0, done: true };
    const { rows, cut } = this.#take((backwards ? back : forwards).iterate(id, start), limit);
    return { rows, through: rows.at(-1)?.[1] ?? start, head: 0, done: !cut };
  }

  all({ from, backwards, limit, types }: Extract<ReadRequest, { kind: 'all' }>): Rows {
    return this.#atOneInstant((head) => (backwards ? this.#before(from ?? head + 1, head, limit, types) : this.#after(from ?? 0, head, limit, types)));
  }

  /** All events after a position, as text. */
  texts(from: number, limit: number): Rows<string> {
    return this.#atOneInstant((head) => this.#upTo(head, head, from, this.#take(this.#statements.textsAfter.iterate(from, head), limit)));
  }

  #atOneInstant<T>(read: (head: number) => T): T {
    this.#statements.begin.run();
    try {
      return read(this.head());
    } finally {
      this.#statements.end.run();
    }
  }

  #after(from: number, head: number, limit: number, types: readonly string[] | undefined): Rows {
    const { after, afterOfTypes } = this.#statements;
    const end = types ? Math.min(head, from + this.#options.scanEvents) : head;
    return this.#upTo(end, head, from, this.#take(types ? afterOfTypes.iterate(from, end, JSON.stringify(types)) : after.iterate(from, end), limit));
  }

  #upTo<Body>(end: number, head: number, from: number, { rows, cut }: { rows: Row<Body>[]; cut: boolean }): Rows<Body> {
    const through = cut ? (rows.at(-1)?.[0] ?? from) : Math.max(from, end);
    return { rows, through, head, done: through >= head };
  }

  #before(from: number, head: number, limit: number, types: readonly string[] | undefined): Rows {
    const { before, beforeOfTypes } = this.#statements;
    const start = types ? Math.max(1, Math.min(from, head + 1) - this.#options.scanEvents) : 1;
    const { rows, cut } = this.#take(types ? beforeOfTypes.iterate(from, start, JSON.stringify(types)) : before.iterate(from, start), limit);
    const through = cut ? (rows.at(-1)?.[0] ?? start) : start;
    return { rows, through, head, done: through <= 1 };
  }

  /** Stops at the batch's limits; `cut` then says that more may follow. */
  #take<Body extends { readonly length: number }>(found: IterableIterator<Row<Body>>, limit: number): { rows: Row<Body>[]; cut: boolean } {
    const most = Math.min(limit, this.#options.batchEvents);
    const rows: Row<Body>[] = [];
    let bytes = 0;
    for (const next of found) {
      bytes += rows.push(next) && next[5].length + next[6].length;
      if (rows.length >= most || bytes >= this.#options.batchBytes) return { rows, cut: true };
    }
    return { rows, cut: false };
  }

  receipt(command: string): PackedReceipt | undefined {
    return this.#statements.receipt.get(command);
  }

  streamName = (id: number): string => cached(this.#streams, id, this.#statements.streamName);
  typeName = (id: number): string => cached(this.#types, id, this.#statements.typeName);
}

function cached(names: Map<number, string>, id: number, statement: Database.Statement<[number], string>): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  const name = statement.get(id);
  if (name === undefined) throw new Error(`The log names no stream or type ${id}: it is damaged.`);
  if (names.size >= cachedNames) names.clear();
  names.set(id, name);
  return name;
}

const prepare = (db: Database.Database) => ({
  begin: db.prepare<[]>('BEGIN'),
  end: db.prepare<[]>('COMMIT'),
  head: db.prepare<[], number | null>('SELECT max(position) FROM events').pluck(),
  streamId: db.prepare<[string], number>('SELECT id FROM streams WHERE name = ?').pluck(),
  streamName: db.prepare<[number], string>('SELECT name FROM streams WHERE id = ?').pluck(),
  typeName: db.prepare<[number], string>('SELECT name FROM types WHERE id = ?').pluck(),
  forwards: db.prepare<[number, number], Row>(`SELECT ${row} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision`).raw(),
  backwards: db.prepare<[number, number], Row>(`SELECT ${row} FROM events WHERE stream = ? AND revision <= ? ORDER BY revision DESC`).raw(),
  after: db.prepare<[number, number], Row>(`SELECT ${row} FROM events WHERE position > ? AND position <= ? ORDER BY position`).raw(),
  textsAfter: db.prepare<[number, number], Row<string>>(`SELECT ${rowOfTexts} FROM events WHERE position > ? AND position <= ? ORDER BY position`).raw(),
  afterOfTypes: db
    .prepare<[number, number, string], Row>(`SELECT ${row} FROM events WHERE position > ? AND position <= ? AND ${ofTypes} ORDER BY position`)
    .raw(),
  before: db.prepare<[number, number], Row>(`SELECT ${row} FROM events WHERE position < ? AND position >= ? ORDER BY position DESC`).raw(),
  beforeOfTypes: db
    .prepare<[number, number, string], Row>(`SELECT ${row} FROM events WHERE position < ? AND position >= ? AND ${ofTypes} ORDER BY position DESC`)
    .raw(),
  receipt: db.prepare<[string], PackedReceipt>(
    `SELECT user, digest, s.name AS stream, first_revision AS firstRevision, last_revision AS lastRevision, position
     FROM receipts r JOIN streams s ON s.id = r.stream WHERE command = ?`,
  ),
});
