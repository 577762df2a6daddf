import { createHmac, type KeyObject } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Disclosure } from '#cqrs';
import type { PersonalKind } from '#kernel';
import { checkCommitted, commitmentTo } from '../commitment.ts';
import { DisclosureRefused, VaultDamaged } from '../errors.ts';
import type { Outcome } from '../link/serve.ts';
import { bound, combine, seal } from '../sealing.ts';
import { packable, type PackedEntry } from '../search/packed.ts';
import type { Segments } from '../search/segments.ts';
import { searchable } from '../search/words.ts';
import { kindCode } from './schema.ts';
import { translated } from './sqlite-errors.ts';
import type { OpenSubject, Subjects } from './subjects.ts';

export interface Keep {
  readonly disclosures: readonly Disclosure[];
  readonly now: number;
}

/** The first half of HMAC-SHA-256: equal for equal values, and nothing to who has not the key. Notes are never compared. */
export function sameness(key: KeyObject, kind: PersonalKind, value: string): Buffer | undefined {
  const text = searchable(kind, value);
  if (kind === 'note' || text === '') return undefined;
  return createHmac('sha256', key).update(`${kind}\0${text}`, 'utf8').digest().subarray(0, 16);
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
    const wrong = requests.map(({ disclosures }) => this.#fault(disclosures));
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

  #fault(disclosures: readonly Disclosure[]): DisclosureRefused | undefined {
    try {
      for (const disclosure of disclosures) {
        checkCommitted(disclosure);
        if (kindCode(disclosure.kind) < 0) return new DisclosureRefused({ path: disclosure.path, why: 'the vault knows no such kind of value.' });
        if (commitmentTo(disclosure) !== disclosure.commitment)
          return new DisclosureRefused({ path: disclosure.path, why: 'its commitment is to something else.' });
      }
      return undefined;
    } catch (error) {
      return error instanceof DisclosureRefused ? error : new DisclosureRefused({ path: '?', why: 'it is not a disclosure.' });
    }
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
    const { commitment, subject, path, value, salt, kind } = disclosure;
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
    const code = kindCode(kind);
    const key = combine(persons.map((person) => person.key));
    const sealed = seal(key, JSON.stringify([salt, path, value]), bound.value(commitment, subject, code));
    this.#insert.run(n, hash, own.n, code, others.length, now, sameness(this.#sameKey, kind, value) ?? null, sealed);
    for (const person of others) this.#concern.run(person.n, n);
    const text = searchable(kind, value);
    if (text !== '') this.#entries[kind === 'note' ? 1 : 0].push(packable({ disclosure: n, subject: own.n, kind: code, text }));
  }

  /** The subject first, then the others it concerns by their number: the order in which their keys are combined. Empty when one was erased. */
  #persons(subject: string, about: readonly string[], now: number): readonly OpenSubject[] {
    const own = this.#subjects.forKeeping(subject, now);
    const others = [...new Set(about)].filter((other) => other !== subject).map((other) => this.#subjects.forKeeping(other, now));
    if (!own || others.includes(undefined)) return [];
    return [own, ...others.filter((other) => other !== undefined).sort((one, other) => one.n - other.n)];
  }
}
