import type { Database, Statement } from 'better-sqlite3';
import { SubjectHeld, VaultUnavailable } from '../errors.ts';
import type { Indexing } from './indexing.ts';
import type { Segments } from './segments.ts';
import type { ErasureRegister } from './erasure-register.ts';
import type { Subjects } from './subjects.ts';

export interface Erased {
  /** How many values were deleted, notes that concerned the person included; 0 when it was done before. */
  readonly values: number;
}

interface ErasedRow {
  readonly subject: string;
  readonly at: number;
  readonly done: number;
}

/**
 * Erases persons. The register comes first, so that an erasure that was begun is finished after any crash and after
 * any restore; then key, values and search entries in one transaction; then the write-ahead log is emptied, so that no
 * file holds the old bytes; only then is it done.
 */
export class Erasing {
  readonly #db: Database;
  readonly #subjects: Subjects;
  readonly #segments: Segments;
  readonly #indexing: Indexing;
  readonly #register: ErasureRegister;
  readonly #holds: Statement<[string], { reason: string }>;
  readonly #state: Statement<[string], ErasedRow>;

  constructor(parts: { db: Database; subjects: Subjects; segments: Segments; indexing: Indexing; register: ErasureRegister }) {
    this.#db = parts.db;
    this.#subjects = parts.subjects;
    this.#segments = parts.segments;
    this.#indexing = parts.indexing;
    this.#register = parts.register;
    this.#holds = parts.db.prepare('SELECT reason FROM hold WHERE subject = ? AND released_at IS NULL ORDER BY placed_at');
    this.#state = parts.db.prepare('SELECT subject, at, done FROM erased WHERE subject = ?');
  }

  /** @throws SubjectHeld; VaultUnavailable when it is registered and not yet finished: repeat */
  erase({ subject, now }: { readonly subject: string; readonly now: number }): Erased {
    const state = this.#state.get(subject);
    if (state?.done === 1) return { values: 0 };
    const holds = this.#holds.all(subject);
    if (holds.length > 0 && !state) throw new SubjectHeld({ subject, reasons: holds.map(({ reason }) => reason) });
    this.#register.append([{ subject, at: now }]);
    const values = this.#delete([{ subject, at: now }]);
    this.#finish();
    return { values };
  }

  /**
   * Brings vault and register together: what the register names is erased here too, however old the vault is. What the
   * vault erased while another register lay beside it is written down again.
   */
  replayRegister(): { readonly erased: number } {
    const known = this.#db.prepare<[], ErasedRow>('SELECT subject, at, done FROM erased').all();
    this.#register.append(known);
    const done = new Set(known.filter((row) => row.done === 1).map((row) => row.subject));
    const open = [...this.#register.erasures].filter(({ subject }) => !done.has(subject));
    if (open.length === 0) return { erased: 0 };
    this.#delete(open);
    this.#finish();
    return { erased: open.length };
  }

  #delete(erasures: readonly { readonly subject: string; readonly at: number }[]): number {
    const mark = this.#db.prepare<[string, number]>('INSERT INTO erased (subject, at, done) VALUES (?, ?, 0) ON CONFLICT DO NOTHING');
    const find = this.#db.prepare<[string], { n: number }>('SELECT n FROM subject WHERE subject = ?');
    const theirs = this.#db.prepare<[number, number], { n: number }>(
      'SELECT n FROM disclosure WHERE subject = ? UNION SELECT disclosure FROM concern WHERE subject = ?',
    );
    const removeKey = this.#db.prepare<[number]>('DELETE FROM subject WHERE n = ?');
    const all = new Set<number>();
    this.#db
      .transaction(() => {
        for (const { subject, at } of erasures) {
          mark.run(subject, at);
          const row = find.get(subject);
          if (!row) continue;
          for (const { n } of theirs.all(row.n, row.n)) all.add(n);
          removeKey.run(row.n);
        }
        removeDisclosures(this.#db, all);
        // A part of the index that cannot be read must not stand in the way of an erasure: it is built again without them.
        for (const unreadable of this.#segments.forget(all)) this.#indexing.rebuild(unreadable);
      })
      .immediate();
    for (const { subject } of erasures) this.#subjects.forget(subject);
    return all.size;
  }

  #finish(): void {
    emptyWal(this.#db);
    this.#db.prepare('UPDATE erased SET done = 1 WHERE done = 0').run();
  }
}

export function removeDisclosures(db: Database, numbers: Iterable<number>): void {
  const removeConcerns = db.prepare<[number]>('DELETE FROM concern WHERE disclosure = ?');
  const remove = db.prepare<[number]>('DELETE FROM disclosure WHERE n = ?');
  for (const n of numbers) {
    removeConcerns.run(n);
    remove.run(n);
  }
}

/** Everything into the database file, and the write-ahead log cut to nothing. */
export function emptyWal(db: Database): void {
  const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
  if (outcome?.busy !== 0)
    throw new VaultUnavailable({ why: 'a reader holds its write-ahead log. What was begun is registered; repeat it to finish.', retryAfter: 2 });
}
