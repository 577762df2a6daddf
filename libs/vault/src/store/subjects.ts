import { randomBytes } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { VaultDamaged } from '../errors.ts';
import { bound, keyFrom } from '../sealing.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import type { OpenSubject } from '../logic/values.ts';

interface SubjectRow {
  readonly n: number;
  readonly generation: number;
  readonly wrapped: Buffer;
}

/** The persons of the vault and their keys, for the writer. Keys that were opened lately stay at hand. */
export class Subjects {
  readonly #ring: () => KeyRing;
  readonly #open: LRUCache<string, OpenSubject>;
  readonly #find: Statement<[string], SubjectRow>;
  readonly #isErased: Statement<[string], { at: number }>;
  readonly #insert: Statement<[number, string, number, Buffer, number]>;
  readonly #touch: Statement<[number, number]>;
  /** New in the transaction that runs; they come to hand when it is committed. */
  #fresh = new Map<string, OpenSubject>();
  #next: number;

  constructor(db: Database, ring: () => KeyRing, atHand: number) {
    this.#ring = ring;
    this.#open = new LRUCache({ max: atHand });
    this.#find = db.prepare('SELECT n, generation, wrapped FROM subject WHERE subject = ?');
    this.#isErased = db.prepare('SELECT at FROM erased WHERE subject = ?');
    this.#insert = db.prepare('INSERT INTO subject (n, subject, generation, wrapped, last_kept) VALUES (?, ?, ?, ?, ?)');
    this.#touch = db.prepare('UPDATE subject SET last_kept = max(last_kept, ?) WHERE n = ?');
    this.#next = 1 + (db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM subject').get()?.n ?? 0);
  }

  /** The person with their key, made when they are new; undefined when they were erased. */
  forKeeping(subject: string, now: number): OpenSubject | undefined {
    const fresh = this.#fresh.get(subject);
    if (fresh) return fresh;
    const known = this.#open.get(subject) ?? this.#load(subject);
    if (known) {
      this.#touch.run(now, known.n);
      return known;
    }
    if (this.#isErased.get(subject)) return undefined;
    const key = randomBytes(32);
    const made = { n: this.#next++, subject, key: keyFrom(key) };
    const { generation, wrapped } = this.#ring().wrap(key, bound.subject(subject));
    this.#insert.run(made.n, subject, generation, wrapped, now);
    this.#fresh.set(subject, made);
    return made;
  }

  forget(subject: string): void {
    this.#open.delete(subject);
    this.#fresh.delete(subject);
  }

  committed(): void {
    for (const [subject, open] of this.#fresh) this.#open.set(subject, open);
    this.#fresh = new Map();
  }

  rolledBack(): void {
    this.#fresh = new Map();
  }

  #load(subject: string): OpenSubject | undefined {
    const row = this.#find.get(subject);
    if (!row) return undefined;
    const key = this.#ring().unwrap(row, bound.subject(subject));
    if (!key) throw new VaultDamaged({ why: `the key of subject ${subject} was altered. Restore the vault from a backup.` });
    const open = { n: row.n, subject, key };
    this.#open.set(subject, open);
    return open;
  }
}
