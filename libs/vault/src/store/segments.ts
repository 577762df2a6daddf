import type { Database, Statement } from 'better-sqlite3';
import type { KeyRing } from '../logic/key-ring.ts';
import type { PackedEntry } from '../search/packed.ts';
import { entriesOf, full, merged, sealSegment, unreadable, type SegmentLimits, type SegmentRow, type Shelf } from '../search/segment.ts';

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
        const entries = entriesOf(this.#ring(), row);
        if (!entries) damaged.push(row);
        const kept = (entries ?? []).filter((entry) => !disclosures.has(entry.disclosure));
        if (kept.length === entries?.length) continue;
        this.#delete.run(row.n);
        if (kept.length > 0) seen.add(this.#write(row.shelf, row.level, kept, row.first, row.last));
      }
    }
    return damaged;
  }

  #mergeFrom(shelf: Shelf, level: number): void {
    if (level >= full - 1 || (this.#countOf.get(shelf, level)?.count ?? 0) < this.#limits.fanOut) return;
    const parts = this.#ofLevel.all(shelf, level).flatMap((row) => {
      const entries = entriesOf(this.#ring(), row);
      // What is kept now must not fail because a part of the index is damaged. Searching says so.
      if (entries) this.#delete.run(row.n);
      else this.#setAside.run(unreadable, row.n);
      return entries ? [{ first: row.first, last: row.last, entries }] : [];
    });
    for (const made of merged(level, parts, this.#limits)) this.#write(shelf, made.level, made.entries, made.first, made.last);
    this.#mergeFrom(shelf, level + 1);
  }

  #write(shelf: Shelf, level: number, entries: readonly PackedEntry[], first: number, last: number): number {
    const row = sealSegment(this.#ring(), { n: this.#next++, shelf, level, first, last }, entries);
    this.#insert.run(row.n, shelf, level, first, last, row.entries, row.generation, row.wrapped, row.sealed);
    return row.n;
  }
}
