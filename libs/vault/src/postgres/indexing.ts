import type { KeyRing } from '../logic/key-ring.ts';
import { kindCode, kindOf } from '../logic/kinds.ts';
import { entryFor, shelfOf } from '../logic/values.ts';
import type { PackedEntry } from '../search/packed.ts';
import type { Range } from '../store/indexing.ts';
import { disclosuresWithKeys, type DisclosureRow, type Revealing } from './revealing.ts';
import type { Segments } from './segments.ts';
import type { Alone } from './tables.ts';

const batch = 2_000;
export const everything = 2 ** 31 - 1;

/** Builds the search index from the values themselves: after a restore, or where a part of it was damaged. */
export class Indexing {
  readonly #revealing: Revealing;
  readonly #segments: Segments;

  constructor(revealing: Revealing, segments: Segments) {
    this.#revealing = revealing;
    this.#segments = segments;
  }

  /** Indexes what was kept after the last segment ended; nothing, on a vault that was not restored. */
  async catchUp(db: Alone, ring: KeyRing): Promise<number> {
    const { last } = await db
      .selectFrom('segment')
      .select((eb) => eb.fn.max<number | null>('last').as('last'))
      .executeTakeFirstOrThrow();
    return this.rebuild(db, ring, { first: (last ?? 0) + 1, last: everything });
  }

  /** Throws the whole index away and builds it again. */
  async rebuildAll(db: Alone, ring: KeyRing): Promise<number> {
    await db.deleteFrom('segment').execute();
    return this.rebuild(db, ring, { first: 1, last: everything });
  }

  async rebuild(db: Alone, ring: KeyRing, { first, last, shelf }: Range): Promise<number> {
    let indexed = 0;
    for (let from = first; ;) {
      const rows = await disclosuresWithKeys(db)
        .where('d.n', '>=', from)
        .where('d.n', '<=', last)
        .where('d.kind', '<>', kindCode('photo'))
        .orderBy('d.n')
        .limit(batch)
        .execute();
      const end = rows.at(-1)?.n;
      if (end === undefined) return indexed;
      const shelves = await this.#entries(db, rows);
      for (const each of [0, 1] as const) {
        if (shelf !== undefined && shelf !== each) continue;
        await this.#segments.add(db, ring, each, shelves[each], from, end);
        indexed += shelves[each].length;
      }
      from = end + 1;
    }
  }

  async #entries(db: Alone, rows: readonly DisclosureRow[]): Promise<readonly [readonly PackedEntry[], readonly PackedEntry[]]> {
    const shelves: [PackedEntry[], PackedEntry[]] = [[], []];
    const values = await this.#revealing.open(db, rows);
    for (const { n, subject_n: subject, kind } of rows) {
      const value = values.get(n);
      const entry = value === undefined ? undefined : entryFor(value, { disclosure: n, subject, kind });
      if (entry) shelves[shelfOf(kindOf(kind))].push(entry);
    }
    return shelves;
  }
}
