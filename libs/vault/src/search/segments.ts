import { randomBytes } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { VaultDamaged } from '../errors.ts';
import { bound, keyFrom, seal, unseal } from '../sealing.ts';
import type { KeyRing } from '../store/key-ring.ts';
import { pack, Packed, packedSize, type PackedEntry } from './packed.ts';

/** Letters (names, numbers, contacts) and words (notes) are searched apart, so they lie apart. */
export type Shelf = 0 | 1;

export interface SegmentRow {
  readonly n: number;
  readonly shelf: Shelf;
  readonly level: number;
  readonly first: number;
  readonly last: number;
  readonly generation: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

export interface SegmentLimits {
  /** So many small segments of one level become one of the next. */
  readonly fanOut: number;
  /** A segment of half this size (bytes) is left as it is. */
  readonly largest: number;
}

/** Full segments stand above every level and are merged no more; nor are those that cannot be read. */
const full = 100;
const unreadable = 101;

export function openSegment(ring: KeyRing, row: SegmentRow): Packed {
  const key = ring.unwrap(row, bound.segmentKey(row.n));
  const plain = key && unseal(key, row.sealed, bound.segment(row.n, row.shelf, row.first, row.last));
  if (!plain) throw new VaultDamaged({ why: `segment ${row.n} of its search index was altered or damaged. Run "saksi doctor" to build the index again.` });
  return new Packed(plain);
}

/**
 * What is searched: every group of values that is kept together becomes a small segment in the same transaction, and
 * small segments are merged into larger ones, so that the newest value is found at once and 100,000 persons are a
 * handful of segments. Every segment has a key of its own that is drawn anew whenever it is rewritten.
 */
export class Segments {
  readonly #ring: () => KeyRing;
  readonly #limits: SegmentLimits;
  readonly #insert: Statement<[number, number, number, number, number, number, number, Buffer, Buffer]>;
  readonly #delete: Statement<[number]>;
  readonly #setAside: Statement<[number, number]>;
  readonly #countOf: Statement<[number, number], { count: number }>;
  readonly #ofLevel: Statement<[number, number], SegmentRow>;
  readonly #covering: Statement<[number, number], SegmentRow>;
  #next: number;

  constructor(db: Database, ring: () => KeyRing, limits: SegmentLimits) {
    this.#ring = ring;
    this.#limits = limits;
    this.#insert = db.prepare('INSERT INTO segment (n, shelf, level, first, last, entries, generation, wrapped, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#delete = db.prepare('DELETE FROM segment WHERE n = ?');
    this.#setAside = db.prepare('UPDATE segment SET level = ? WHERE n = ?');
    this.#countOf = db.prepare('SELECT count(*) AS count FROM segment WHERE shelf = ? AND level = ?');
    this.#ofLevel = db.prepare('SELECT * FROM segment WHERE shelf = ? AND level = ? ORDER BY first');
    this.#covering = db.prepare('SELECT * FROM segment WHERE first <= ? AND last >= ? ORDER BY n');
    this.#next = 1 + (db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM segment').get()?.n ?? 0);
  }

  /** Adds what one transaction kept, disclosures `first` to `last`. */
  add(shelf: Shelf, entries: readonly PackedEntry[], first: number, last: number): void {
    if (entries.length === 0) return;
    this.#write(shelf, 0, entries, first, last);
    this.#mergeFrom(shelf, 0);
  }

  /** Rewrites every segment that holds one of these disclosures without them. What cannot be read is dropped and returned, to be built again. */
  forget(disclosures: ReadonlySet<number>): readonly { readonly shelf: Shelf; readonly first: number; readonly last: number }[] {
    const damaged: SegmentRow[] = [];
    const seen = new Set<number>();
    for (const disclosure of disclosures) {
      for (const row of this.#covering.all(disclosure, disclosure)) {
        if (seen.has(row.n)) continue;
        seen.add(row.n);
        const entries = this.#entriesOf(row);
        if (!entries) damaged.push(row);
        const kept = (entries ?? []).filter((entry) => !disclosures.has(entry.disclosure));
        if (kept.length === entries?.length) continue;
        this.#delete.run(row.n);
        if (kept.length > 0) seen.add(this.#write(row.shelf, row.level, kept, row.first, row.last));
      }
    }
    return damaged;
  }

  #entriesOf(row: SegmentRow): readonly PackedEntry[] | undefined {
    try {
      return [...openSegment(this.#ring(), row).entries()];
    } catch (error) {
      if (error instanceof VaultDamaged) return undefined;
      throw error;
    }
  }

  #mergeFrom(shelf: Shelf, level: number): void {
    if (level >= full - 1 || (this.#countOf.get(shelf, level)?.count ?? 0) < this.#limits.fanOut) return;
    let gathered: PackedEntry[] = [];
    let [first, last, size] = [0, 0, 0];
    const flush = () => {
      if (gathered.length > 0) this.#write(shelf, size * 2 >= this.#limits.largest ? full : level + 1, gathered, first, last);
      gathered = [];
      size = 0;
    };
    for (const row of this.#ofLevel.all(shelf, level)) {
      const entries = this.#entriesOf(row);
      if (!entries) {
        // What is kept now must not fail because a part of the index is damaged. Searching says so.
        this.#setAside.run(unreadable, row.n);
        continue;
      }
      const more = packedSize(entries);
      if (size + more > this.#limits.largest) flush();
      first = gathered.length === 0 ? row.first : Math.min(first, row.first);
      last = gathered.length === 0 ? row.last : Math.max(last, row.last);
      for (const entry of entries) gathered.push(entry);
      size += more;
      this.#delete.run(row.n);
    }
    flush();
    this.#mergeFrom(shelf, level + 1);
  }

  #write(shelf: Shelf, level: number, entries: readonly PackedEntry[], first: number, last: number): number {
    const n = this.#next++;
    const key = randomBytes(32);
    const { generation, wrapped } = this.#ring().wrap(key, bound.segmentKey(n));
    this.#insert.run(
      n,
      shelf,
      level,
      first,
      last,
      entries.length,
      generation,
      wrapped,
      seal(keyFrom(key), pack(entries), bound.segment(n, shelf, first, last)),
    );
    return n;
  }
}
