import { randomUUID } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Actor } from '#kernel';
import type { Outcome } from '../link/serve.ts';
import { translated } from '../store/sqlite-errors.ts';

/** A read of personal data, as it was told. `minute`: epoch ms, a multiple of 60,000. */
export interface SpooledRead {
  readonly reader: Actor;
  readonly view: string;
  readonly subjects: readonly string[];
  readonly minute: number;
}

/** What one reader saw in one view in one minute, ready to become an event. */
export interface CoalescedRead extends SpooledRead {
  /** UUID, drawn when the entry was begun: the same at every drain, so that it is recorded once. */
  readonly id: string;
  /** How often the view was read. */
  readonly times: number;
}

export interface SpoolLimits {
  /** Subjects that an entry may name; more open another entry of the same minute. */
  readonly subjectsPerEntry: number;
  /** Mentions of subjects, plus entries, that the spool holds at most. */
  readonly capacity: number;
}

export const spoolSchema = `
  CREATE TABLE entry (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reader TEXT NOT NULL, role TEXT NOT NULL, post TEXT NOT NULL, view TEXT NOT NULL,
    minute INTEGER NOT NULL, times INTEGER NOT NULL, subjects INTEGER NOT NULL, open INTEGER NOT NULL);
  CREATE INDEX entry_open ON entry (reader, role, post, view, minute) WHERE open = 1;
  CREATE TABLE mention (entry INTEGER NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (entry, subject)) WITHOUT ROWID;
`;

interface EntryRow {
  readonly n: number;
  readonly id: string;
  readonly reader: string;
  readonly role: Actor['role'];
  readonly post: string;
  readonly view: string;
  readonly minute: number;
  readonly times: number;
  readonly subjects: number;
}

type Key = [reader: string, role: string, post: string, view: string, minute: number];

/** Reads on their way to the log: one entry for each reader, view and minute, all that waits in one transaction. */
export class Spooling {
  readonly #db: Database;
  readonly #limits: SpoolLimits;
  readonly #find: Statement<Key, { n: number; subjects: number }>;
  readonly #begin: Statement<[string, ...Key]>;
  readonly #grow: Statement<[number, number, number]>;
  readonly #shut: Statement<[number]>;
  readonly #mentioned: Statement<[number, string], { found: number }>;
  readonly #mention: Statement<[number, string]>;
  #held: number;

  constructor(db: Database, limits: SpoolLimits) {
    this.#db = db;
    this.#limits = limits;
    this.#find = db.prepare('SELECT n, subjects FROM entry WHERE reader = ? AND role = ? AND post = ? AND view = ? AND minute = ? AND open = 1');
    this.#begin = db.prepare('INSERT INTO entry (id, reader, role, post, view, minute, times, subjects, open) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 1)');
    this.#grow = db.prepare('UPDATE entry SET times = times + ?, subjects = subjects + ? WHERE n = ?');
    this.#shut = db.prepare('UPDATE entry SET open = 0 WHERE n = ?');
    this.#mentioned = db.prepare('SELECT 1 AS found FROM mention WHERE entry = ? AND subject = ?');
    this.#mention = db.prepare('INSERT INTO mention (entry, subject) VALUES (?, ?)');
    this.#held = this.#count();
  }

  get held(): number {
    return this.#held;
  }

  /** For each read: true when it is durable; false when it found no room. */
  record(reads: readonly SpooledRead[]): readonly Outcome<boolean>[] {
    const before = this.#held;
    try {
      return this.#db.transaction(() => reads.map((read) => ({ value: this.#record(read) }))).immediate();
    } catch (error) {
      this.#held = before;
      return reads.map(() => ({ error: translated(error) }));
    }
  }

  /** The oldest entries of minutes before `before`; they grow no more. */
  drain({ before, limit }: { readonly before: number; readonly limit: number }): readonly CoalescedRead[] {
    const mentions = this.#db.prepare<[number], { subject: string }>('SELECT subject FROM mention WHERE entry = ? ORDER BY subject');
    return this.#db
      .transaction(() => {
        const rows = this.#db.prepare<[number, number], EntryRow>('SELECT * FROM entry WHERE minute < ? ORDER BY minute, n LIMIT ?').all(before, limit);
        for (const row of rows) this.#shut.run(row.n);
        return rows.map(({ n, id, reader: user, role, post, view, minute, times }) => ({
          id,
          reader: { user, role, ...(post !== '' && { post }) },
          view,
          minute,
          times,
          subjects: mentions.all(n).map(({ subject }) => subject),
        }));
      })
      .immediate();
  }

  /** They are in the log: forget them. */
  drained(ids: readonly string[]): void {
    const find = this.#db.prepare<[string], { n: number }>('SELECT n FROM entry WHERE id = ?');
    this.#db
      .transaction(() => {
        for (const id of ids) {
          const row = find.get(id);
          if (!row) continue;
          this.#db.prepare('DELETE FROM mention WHERE entry = ?').run(row.n);
          this.#db.prepare('DELETE FROM entry WHERE n = ?').run(row.n);
        }
      })
      .immediate();
    this.#held = this.#count();
  }

  #record({ reader, view, subjects, minute }: SpooledRead): boolean {
    const key: Key = [reader.user, reader.role, reader.post ?? '', view, minute];
    let entry = this.#find.get(...key);
    // What this read could take at most: all that it names and, each time an entry is full, another one.
    const most = subjects.length + 1 + Math.ceil(subjects.length / this.#limits.subjectsPerEntry);
    if (this.#held + most > this.#limits.capacity) return false;
    entry ??= this.#open(key);
    let added = 0;
    for (const subject of new Set(subjects)) {
      if (this.#mentioned.get(entry.n, subject)) continue;
      if (entry.subjects + added >= this.#limits.subjectsPerEntry) {
        this.#grow.run(1, added, entry.n);
        this.#shut.run(entry.n);
        entry = this.#open(key);
        added = 0;
      }
      this.#mention.run(entry.n, subject);
      this.#held++;
      added++;
    }
    this.#grow.run(1, added, entry.n);
    return true;
  }

  #open(key: Key): { readonly n: number; readonly subjects: number } {
    this.#held++;
    return { n: Number(this.#begin.run(randomUUID(), ...key).lastInsertRowid), subjects: 0 };
  }

  #count(): number {
    return this.#db.prepare<[], { n: number }>('SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM mention) AS n').get()?.n ?? 0;
  }
}
