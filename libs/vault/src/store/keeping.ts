import type { KeyObject } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Disclosure } from '#cqrs';
import { VaultDamaged } from '../errors.ts';
import type { Outcome } from '../link/serve.ts';
import { entryFor, faultIn, inOrder, sealValue, shelfOf, type OpenSubject } from '../logic/values.ts';
import type { PackedEntry } from '../search/packed.ts';
import type { Segments } from './segments.ts';
import { translated } from './sqlite-errors.ts';
import type { Subjects } from './subjects.ts';

export interface Keep {
  readonly disclosures: readonly Disclosure[];
  readonly now: number;
}

/** Keeps disclosures: whatever waits is kept in one transaction, and a request that is wrong fails alone. */
export class Keeping {
  readonly #db: Database;
  readonly #subjects: Subjects;
  readonly #segments: Segments;
  readonly #sameKey: KeyObject;
  readonly #find: Statement<[Buffer], { n: number; subject: number }>;
  readonly #again: Statement<[number, number]>;
  readonly #insert: Statement<[number, Buffer, number, number, number, number, Buffer | null, Buffer]>;
  readonly #concern: Statement<[number, number]>;
  #entries: [PackedEntry[], PackedEntry[]] = [[], []];
  #next: number;

  constructor(db: Database, subjects: Subjects, segments: Segments, sameKey: KeyObject) {
    this.#db = db;
    this.#subjects = subjects;
    this.#segments = segments;
    this.#sameKey = sameKey;
    this.#find = db.prepare('SELECT n, subject FROM disclosure WHERE commitment = ?');
    this.#again = db.prepare('UPDATE disclosure SET at = max(at, ?) WHERE n = ?');
    this.#insert = db.prepare('INSERT INTO disclosure (n, commitment, subject, kind, concerns, at, same, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#concern = db.prepare('INSERT INTO concern (subject, disclosure) VALUES (?, ?)');
    this.#next =
      1 +
      (db.prepare<[], { n: number }>('SELECT max(coalesce((SELECT max(n) FROM disclosure), 0), coalesce((SELECT max(last) FROM segment), 0)) AS n').get()?.n ??
        0);
  }

  together(requests: readonly Keep[]): readonly Outcome<true>[] {
    const wrong = requests.map(({ disclosures }) => faultIn(disclosures));
    const right = requests.filter((_, index) => wrong[index] === undefined);
    const outcomes = this.#commitAll(right);
    let next = 0;
    return wrong.map((error) => (error === undefined ? (outcomes[next++] as Outcome<true>) : { error }));
  }

  /** All in one transaction; when one request meets something damaged, each in its own, so that it fails alone. */
  #commitAll(requests: readonly Keep[]): readonly Outcome<true>[] {
    const outcome = this.#commit(requests);
    if ('error' in outcome && outcome.error instanceof VaultDamaged && requests.length > 1) return requests.map((request) => this.#commit([request]));
    return requests.map(() => outcome);
  }

  #commit(requests: readonly Keep[]): Outcome<true> {
    const first = this.#next;
    this.#entries = [[], []];
    try {
      this.#db
        .transaction(() => {
          for (const { disclosures, now } of requests) for (const disclosure of disclosures) this.#keep(disclosure, now);
          this.#segments.add(0, this.#entries[0], first, this.#next - 1);
          this.#segments.add(1, this.#entries[1], first, this.#next - 1);
        })
        .immediate();
      this.#subjects.committed();
      return { value: true };
    } catch (error) {
      this.#subjects.rolledBack();
      return { error: translated(error) };
    }
  }

  #keep(disclosure: Disclosure, now: number): void {
    const { commitment, subject, value, kind } = disclosure;
    const hash = Buffer.from(commitment, 'hex');
    const kept = this.#find.get(hash);
    if (kept) {
      // It may be about to be used for the first time: the sweep of what is unused must count its days anew.
      this.#again.run(now, kept.n);
      return;
    }
    const persons = this.#persons(subject, disclosure.about, now);
    // Someone it concerns was erased: what arrives late about them is as erased as the rest.
    const [own, ...others] = persons;
    if (!own) return;
    const n = this.#next++;
    const { kind: code, same, sealed } = sealValue(disclosure, persons, this.#sameKey);
    this.#insert.run(n, hash, own.n, code, others.length, now, same ?? null, sealed);
    for (const person of others) this.#concern.run(person.n, n);
    const entry = entryFor(value, { disclosure: n, subject: own.n, kind: code });
    if (entry) this.#entries[shelfOf(kind)].push(entry);
  }

  /** Everyone the value concerns; empty when one of them was erased. */
  #persons(subject: string, about: readonly string[], now: number): readonly OpenSubject[] {
    const own = this.#subjects.forKeeping(subject, now);
    const others = [...new Set(about)].filter((other) => other !== subject).map((other) => this.#subjects.forKeeping(other, now));
    if (!own || others.includes(undefined)) return [];
    return inOrder(
      own,
      others.filter((other) => other !== undefined),
    );
  }
}
