import type { KeyObject } from 'node:crypto';
import type { Revealed } from '#cqrs';
import { kindOf } from '../logic/kinds.ts';
import { openValue } from '../logic/values.ts';
import { bound } from '../sealing.ts';
import type { SharedRing } from './masters.ts';
import type { Alone, Database } from './tables.ts';

/** A value as it is stored, with its person's key; the person is null where the key is missing. */
export interface DisclosureRow {
  readonly n: number;
  readonly subject_n: number;
  readonly commitment: Buffer;
  readonly kind: number;
  readonly concerns: number;
  readonly sealed: Buffer;
  readonly subject: string | null;
  readonly generation: number | null;
  readonly wrapped: Buffer | null;
}

interface PersonRow {
  readonly subject: string;
  readonly generation: number;
  readonly wrapped: Buffer;
}

/** Disclosures with all that is needed to open them; used by every reader of them. */
export const disclosuresWithKeys = (db: Database | Alone) =>
  db
    .selectFrom('disclosure as d')
    .leftJoin('subject as s', 's.n', 'd.subject')
    .leftJoin('subject_key as k', 'k.n', 'd.subject')
    .select(['d.n', 'd.subject as subject_n', 'd.commitment', 'd.kind', 'd.concerns', 'd.sealed', 's.subject', 'k.generation', 'k.wrapped']);

/** Opens what is kept, and believes nothing that does not match its commitment. */
export class Revealing {
  readonly #ring: SharedRing;

  constructor(ring: SharedRing) {
    this.#ring = ring;
  }

  /** What is there, and the commitments under which something else was found. */
  async reveal(
    db: Database,
    commitments: readonly string[],
  ): Promise<{ readonly revealed: readonly (readonly [string, Revealed])[]; readonly damaged: readonly string[] }> {
    const hashes = commitments.filter((commitment) => /^[0-9a-f]{64}$/.test(commitment)).map((commitment) => Buffer.from(commitment, 'hex'));
    if (hashes.length === 0) return { revealed: [], damaged: [] };
    // A value without its person's key is on its way out: erased while this was read.
    const rows = (await disclosuresWithKeys(db).where('d.commitment', 'in', hashes).execute()).filter(({ wrapped }) => wrapped !== null);
    const values = await this.open(db, rows);
    const revealed: (readonly [string, Revealed])[] = [];
    const damaged: string[] = [];
    for (const { n, commitment, kind, subject } of rows) {
      const value = values.get(n);
      if (value === undefined || subject === null) damaged.push(commitment.toString('hex'));
      else revealed.push([commitment.toString('hex'), { value, kind: kindOf(kind), subject }]);
    }
    return { revealed, damaged };
  }

  /** The values by number; absent when they were altered. */
  async open(db: Database | Alone, rows: readonly DisclosureRow[]): Promise<ReadonlyMap<number, string>> {
    const others = await this.#concerned(db, rows);
    const everyone = [...rows.flatMap(personOf), ...[...others.values()].flat()];
    const ring = await this.#ring.knowing(db, new Set(everyone.map(({ generation }) => generation)));
    const keys = new Map<string, KeyObject | undefined>();
    for (const person of everyone) if (!keys.has(person.subject)) keys.set(person.subject, ring.unwrap(person, bound.subject(person.subject)));
    const values = new Map<number, string>();
    for (const row of rows) {
      const persons = [...personOf(row), ...(others.get(row.n) ?? [])];
      const known = persons.flatMap(({ subject }) => keys.get(subject) ?? []);
      if (row.subject === null || known.length !== 1 + row.concerns) continue;
      const value = openValue({ commitment: row.commitment.toString('hex'), subject: row.subject, kind: row.kind, sealed: row.sealed }, known);
      if (value !== undefined) values.set(row.n, value);
    }
    return values;
  }

  /** The others whom values concern, in the order in which their keys are combined. */
  async #concerned(db: Database | Alone, rows: readonly DisclosureRow[]): Promise<ReadonlyMap<number, readonly PersonRow[]>> {
    const several = rows.filter(({ concerns }) => concerns > 0).map(({ n }) => n);
    if (several.length === 0) return new Map();
    const found = await db
      .selectFrom('concern as c')
      .innerJoin('subject as s', 's.n', 'c.subject')
      .innerJoin('subject_key as k', 'k.n', 's.n')
      .select(['c.disclosure', 's.subject', 'k.generation', 'k.wrapped'])
      .where('c.disclosure', 'in', several)
      .orderBy('s.n')
      .execute();
    return Map.groupBy(found, ({ disclosure }) => disclosure);
  }
}

const personOf = ({ subject, generation, wrapped }: DisclosureRow): readonly PersonRow[] =>
  subject === null || generation === null || wrapped === null ? [] : [{ subject, generation, wrapped }];
