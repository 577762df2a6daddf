import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { kindCode, kindOf } from '../logic/kinds.ts';
import { entryFor, shelfOf } from '../logic/values.ts';
import type { PackedEntry } from '../search/packed.ts';
import type { Shelf } from '../search/segment.ts';
import type { Segments } from './segments.ts';
import { disclosureWithKey, type DisclosureRow, type Revealing } from './revealing.ts';

/** Disclosures `first` to `last`, of one shelf or of both. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly shelf?: Shelf;
}

const batch = 2_000;
const everything = Number.MAX_SAFE_INTEGER;

type Row = DisclosureRow & { readonly subject_n: number };

/** Builds the search index from the values themselves: after a restore, or where a part of it was damaged. */
export class Indexing {
  readonly #db: Database;
  readonly #revealing: Revealing;
  readonly #segments: Segments;

  constructor(db: Database, revealing: Revealing, segments: Segments) {
    this.#db = db;
    this.#revealing = revealing;
    this.#segments = segments;
  }

  /** Indexes what was kept after the last segment ended; nothing, on a vault that was not restored. */
  catchUp(): number {
    const { last } = this.#db.prepare<[], { last: number }>('SELECT coalesce(max(last), 0) AS last FROM segment').get() ?? { last: 0 };
    return this.rebuild({ first: last + 1, last: everything });
  }

  /** Throws the whole index away and builds it again. */
  rebuildAll(): number {
    this.#db.prepare('DELETE FROM segment').run();
    return this.rebuild({ first: 1, last: everything });
  }

  rebuild({ first, last, shelf }: Range): number {
    const select = this.#db.prepare<[number, number, number], Row>(
      `${disclosureWithKey.replace('SELECT', 'SELECT d.subject AS subject_n,')} WHERE d.n >= ? AND d.n <= ? AND d.kind <> ${kindCode('photo')} ORDER BY d.n LIMIT ?`,
    );
    let indexed = 0;
    for (let from = first; ;) {
      const rows = select.all(from, last, batch);
      const end = rows.at(-1)?.n;
      if (end === undefined) return indexed;
      indexed += this.#index(rows, from, end, shelf);
      from = end + 1;
    }
  }

  #index(rows: readonly Row[], first: number, last: number, only: Shelf | undefined): number {
    const shelves: [PackedEntry[], PackedEntry[]] = [[], []];
    const keys = new Map<string, KeyObject | undefined>();
    for (const row of rows) {
      const value = this.#revealing.open(row, keys);
      const entry = value === undefined ? undefined : entryFor(value, { disclosure: row.n, subject: row.subject_n, kind: row.kind });
      if (entry) shelves[shelfOf(kindOf(row.kind))].push(entry);
    }
    this.#db.transaction(() => {
      if (only !== 1) this.#segments.add(0, shelves[0], first, last);
      if (only !== 0) this.#segments.add(1, shelves[1], first, last);
    })();
    return shelves[0].length + shelves[1].length;
  }
}
