import { randomBytes, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Disclosure } from '#cqrs';
import { onceMore } from '#postgres';
import { VaultDamaged } from '../errors.ts';
import type { Outcome } from '../link/serve.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import { entryFor, faultIn, inOrder, sealValue, shelfOf, type OpenSubject } from '../logic/values.ts';
import { bound, keyFrom } from '../sealing.ts';
import type { PackedEntry } from '../search/packed.ts';
import type { Keep } from '../store/keeping.ts';
import { alone } from './alone.ts';
import { translated } from './failing.ts';
import type { SharedRing } from './masters.ts';
import type { Segments } from './segments.ts';
import { numbers, type Alone, type Tables, type VaultPostgres } from './tables.ts';

interface Parts {
  readonly postgres: VaultPostgres;
  readonly ring: SharedRing;
  readonly segments: Segments;
  readonly sameKey: KeyObject;
}

/** A value that is to be kept, with when it was asked. */
interface Asked {
  readonly disclosure: Disclosure;
  readonly hash: Buffer;
  readonly now: number;
}

/** Keeps disclosures: whatever waits is kept in one transaction, and a request that is wrong fails alone. */
export class Keeping {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async together(requests: readonly Keep[]): Promise<readonly Outcome<true>[]> {
    const wrong = requests.map(({ disclosures }) => faultIn(disclosures));
    const right = requests.filter((_, index) => wrong[index] === undefined);
    const outcomes = right.length === 0 ? [] : await this.#commitAll(right);
    let next = 0;
    return wrong.map((error) => (error === undefined ? (outcomes[next++] as Outcome<true>) : { error }));
  }

  /** All in one transaction; when one request meets something damaged, each in its own, so that it fails alone. */
  async #commitAll(requests: readonly Keep[]): Promise<readonly Outcome<true>[]> {
    const outcome = await this.#commit(requests);
    if (!('error' in outcome && outcome.error instanceof VaultDamaged && requests.length > 1)) return requests.map(() => outcome);
    const outcomes: Outcome<true>[] = [];
    for (const request of requests) outcomes.push(await this.#commit([request]));
    return outcomes;
  }

  async #commit(requests: readonly Keep[]): Promise<Outcome<true>> {
    const { postgres, ring } = this.#parts;
    const asked = new Map<string, Asked>();
    for (const { disclosures, now } of requests)
      for (const disclosure of disclosures) asked.set(disclosure.commitment, { disclosure, hash: Buffer.from(disclosure.commitment, 'hex'), now });
    try {
      await onceMore(() => alone(postgres.db, async (db) => this.#keep(db, await ring.toWrap(db), [...asked.values()])));
      return { value: true };
    } catch (error) {
      return { error: translated(error, postgres.place) };
    }
  }

  async #keep(db: Alone, ring: KeyRing, asked: readonly Asked[]): Promise<void> {
    const [kept, known] = await Promise.all([keptOf(db, asked), knownOf(db, asked)]);
    const now = Math.max(...asked.map((each) => each.now));
    // What is kept again may be about to be used for the first time: the sweep of what is unused must count its days anew.
    const again = asked.filter(({ disclosure }) => kept.has(disclosure.commitment)).map(({ hash }) => hash);
    if (again.length > 0) {
      await db
        .updateTable('disclosure')
        .set({ at: sql<number>`greatest(at, ${now}::bigint)` })
        .where('commitment', 'in', again)
        .execute();
    }
    // What arrives late about someone who was erased is as erased as the rest.
    const fresh = asked.filter(
      ({ disclosure }) => !kept.has(disclosure.commitment) && personsIn(disclosure).every((person) => known.get(person)?.erased !== true),
    );
    if (fresh.length > 0) await this.#write(db, ring, fresh, known, now);
  }

  async #write(db: Alone, ring: KeyRing, fresh: readonly Asked[], known: ReadonlyMap<string, Known>, now: number): Promise<void> {
    const persons = new Set(fresh.flatMap(({ disclosure }) => personsIn(disclosure)));
    const strangers = [...persons].filter((person) => known.get(person)?.row === undefined);
    const drawn = await numbers(db, { subject: strangers.length, disclosure: fresh.length, segment: 0 });
    const made = strangers.map((subject, index) => newPerson(ring, subject, at(drawn.subject, index)));
    const open = new Map(made.map(({ person }) => [person.subject, person] as const));
    for (const subject of persons) if (!open.has(subject)) open.set(subject, openPerson(ring, subject, known.get(subject)?.row));
    const values = fresh.map((each, index) => sealed(each, at(drawn.disclosure, index), open, this.#parts.sameKey));
    const touched = [...open.values()].map(({ n }) => n).filter((n) => !drawn.subject.includes(n));

    if (made.length > 0) {
      await db
        .insertInto('subject')
        .values(made.map(({ person: { n, subject } }) => ({ n, subject, last_kept: now })))
        .execute();
      await db
        .insertInto('subject_key')
        .values(made.map(({ key }) => key))
        .execute();
    }
    const concerns = values.flatMap(({ concerned, row }) => concerned.map((subject) => ({ subject, disclosure: row.n })));
    await Promise.all([
      db
        .insertInto('disclosure')
        .values(values.map(({ row }) => row))
        .execute(),
      ...(concerns.length > 0 ? [db.insertInto('concern').values(concerns).execute()] : []),
      ...(touched.length > 0
        ? [
            db
              .updateTable('subject')
              .set({ last_kept: sql<number>`greatest(last_kept, ${now}::bigint)` })
              .where('n', 'in', touched)
              .execute(),
          ]
        : []),
    ]);
    const [first, last] = [at(drawn.disclosure, 0), at(drawn.disclosure, -1)];
    for (const shelf of [0, 1] as const) {
      const entries = values.filter((value) => shelfOf(value.kind) === shelf).flatMap(({ entry }) => entry ?? []);
      await this.#parts.segments.add(db, ring, shelf, entries, first, last);
    }
  }
}

interface Known {
  readonly erased: boolean;
  readonly row: { readonly n: number; readonly generation: number; readonly wrapped: Buffer } | undefined;
}

const personsIn = ({ subject, about }: Disclosure): readonly string[] => [...new Set([subject, ...about])];

function at(numbers: readonly number[], index: number): number {
  const n = numbers.at(index);
  if (n === undefined) throw new Error('PostgreSQL gave fewer numbers than were asked for.');
  return n;
}

async function keptOf(db: Alone, asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  const hashes = asked.map(({ hash }) => hash);
  const rows = await db.selectFrom('disclosure').select('commitment').where('commitment', 'in', hashes).execute();
  return new Set(rows.map(({ commitment }) => commitment.toString('hex')));
}

/** Everyone the values concern, as far as the vault knows them. */
async function knownOf(db: Alone, asked: readonly Asked[]): Promise<ReadonlyMap<string, Known>> {
  const persons = [...new Set(asked.flatMap(({ disclosure }) => personsIn(disclosure)))];
  const { rows } = await sql<{ subject: string; n: number | null; generation: number; wrapped: Buffer | null; erased: boolean }>`
    select p.subject, s.n, k.generation, k.wrapped, e.subject is not null as erased from unnest(${persons}::text[]) as p(subject)
    left join subject s on s.subject = p.subject left join subject_key k on k.n = s.n left join erased e on e.subject = p.subject`.execute(db);
  return new Map(
    rows.map(({ subject, n, generation, wrapped, erased }) => [
      subject,
      { erased, row: n === null ? undefined : { n, generation, wrapped: wrapped ?? Buffer.alloc(0) } },
    ]),
  );
}

function newPerson(ring: KeyRing, subject: string, n: number): { readonly person: OpenSubject; readonly key: Tables['subject_key'] } {
  const key = randomBytes(32);
  return { person: { n, subject, key: keyFrom(key) }, key: { n, ...ring.wrap(key, bound.subject(subject)) } };
}

function openPerson(ring: KeyRing, subject: string, row: Known['row']): OpenSubject {
  const key = row && ring.unwrap(row, bound.subject(subject));
  if (!key) throw new VaultDamaged({ why: `the key of subject ${subject} was altered. Restore the vault from a backup.` });
  return { n: row.n, subject, key };
}

interface Sealed {
  readonly row: Tables['disclosure'];
  readonly kind: Disclosure['kind'];
  readonly concerned: readonly number[];
  readonly entry: PackedEntry | undefined;
}

function sealed({ disclosure, hash, now }: Asked, n: number, open: ReadonlyMap<string, OpenSubject>, sameKey: KeyObject): Sealed {
  const [own, ...others] = personsIn(disclosure).flatMap((person) => open.get(person) ?? []);
  if (!own) throw new Error('A value without its person.');
  const persons = inOrder(own, others);
  const { kind, same, sealed: bytes } = sealValue(disclosure, persons, sameKey);
  return {
    kind: disclosure.kind,
    row: { n, commitment: hash, subject: own.n, kind, concerns: others.length, at: now, same: same ?? null, sealed: bytes },
    concerned: others.map((other) => other.n),
    entry: entryFor(disclosure.value, { disclosure: n, subject: own.n, kind }),
  };
}
