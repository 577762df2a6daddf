import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { VaultRefused } from '../errors.ts';
import { kindCode } from '../logic/kinds.ts';
import { sameness, shelfOf } from '../logic/values.ts';
import { openSegment, type SegmentRow, type Shelf } from '../search/segment.ts';
import { needles } from '../search/words.ts';
import type { Found, Search, SearchResult } from '../store/searching.ts';
import type { PersonalKind } from '#kernel';
import type { SharedRing } from './masters.ts';
import type { Database } from './tables.ts';

type Listed = Omit<SegmentRow, 'sealed'>;

/**
 * Searches the segments, which lie in PostgreSQL. A segment's sealed bytes never change, so a node keeps those it has
 * read; which segments there are, and the keys they open with, is asked at every search. So every node finds what any
 * node has kept, nobody finds who was erased, and what a node holds in memory opens nothing by itself.
 */
export class Searching {
  readonly #ring: SharedRing;
  readonly #sameKey: KeyObject;
  readonly #bytes: LRUCache<number, Buffer>;

  /** `atHand`: bytes of sealed segments that are kept in memory. */
  constructor(ring: SharedRing, sameKey: KeyObject, atHand: number) {
    this.#ring = ring;
    this.#sameKey = sameKey;
    this.#bytes = new LRUCache({ maxSize: atHand, sizeCalculation: ({ length }) => length + 100 });
  }

  /** The persons with a value that matches, those with the newest value first, each once. */
  async search(db: Database, { kind, text, limit, among, amongMost }: Search): Promise<SearchResult> {
    const sought = needles(kind, text).map((needle) => Buffer.from(needle, 'utf8'));
    if (sought.length === 0) return { found: [], more: false };
    const only = among && (await numbersOf(db, among, amongMost));
    const { hits, more } = await this.#hits(db, { code: kindCode(kind), shelf: shelfOf(kind), sought, limit, ...(only && { only }) });
    const places = await placesOf(db, [...hits.values()]);
    // Who was erased between the two questions is gone.
    return { found: [...hits.values()].flatMap((n) => places.get(n) ?? []).map((place) => ({ kind, ...place })), more };
  }

  /** Who else has the same value, spelled with other case, accents or punctuation perhaps. */
  async same(db: Database, kind: PersonalKind, value: string, limit: number): Promise<readonly Found[]> {
    const hash = sameness(this.#sameKey, kind, value);
    if (!hash) return [];
    const rows = await placed(db).where('d.same', '=', hash).orderBy('d.n', 'desc').limit(limit).execute();
    const found = new Map<string, Found>();
    for (const { subject, commitment } of rows) if (!found.has(subject)) found.set(subject, { subject, kind, commitment: commitment.toString('hex') });
    return [...found.values()];
  }

  /** The newest disclosure that matches, for each person. */
  async #hits(
    db: Database,
    { code, shelf, sought, limit, only }: { code: number; shelf: Shelf; sought: readonly Buffer[]; limit: number; only?: ReadonlySet<number> },
  ): Promise<{ readonly hits: ReadonlyMap<number, number>; readonly more: boolean }> {
    const hits = new Map<number, number>();
    for (const row of await this.#segments(db, shelf)) {
      const packed = openSegment(this.#ring.now, row);
      for (const index of packed.holding(sought)) {
        const subject = packed.subject(index);
        if (packed.kind(index) !== code || hits.has(subject) || (only && !only.has(subject))) continue;
        if (hits.size === limit) return { hits, more: true };
        hits.set(subject, packed.disclosure(index));
      }
    }
    return { hits, more: false };
  }

  /** The segments of a shelf as they are now, newest first. One that is replaced while they are read is read again. */
  async #segments(db: Database, shelf: Shelf): Promise<readonly SegmentRow[]> {
    for (;;) {
      const listed: readonly Listed[] = await db
        .selectFrom('segment')
        .select(['n', 'shelf', 'level', 'first', 'last', 'generation', 'wrapped'])
        .where('shelf', '=', shelf)
        .orderBy('last', 'desc')
        .execute();
      await this.#ring.knowing(db, new Set(listed.map(({ generation }) => generation)));
      const missing = listed.map(({ n }) => n).filter((n) => !this.#bytes.has(n));
      const read = missing.length === 0 ? [] : await db.selectFrom('segment').select(['n', 'sealed']).where('n', 'in', missing).execute();
      const fresh = new Map(read.map(({ n, sealed }) => [n, sealed] as const));
      for (const [n, sealed] of fresh) this.#bytes.set(n, sealed);
      const whole = listed.flatMap((row) => {
        const sealed = fresh.get(row.n) ?? this.#bytes.get(row.n);
        return sealed ? [{ ...row, sealed }] : [];
      });
      if (whole.length === listed.length) return whole;
    }
  }
}

const placed = (db: Database) => db.selectFrom('disclosure as d').innerJoin('subject as s', 's.n', 'd.subject').select(['d.n', 's.subject', 'd.commitment']);

async function placesOf(db: Database, disclosures: readonly number[]): Promise<ReadonlyMap<number, { readonly subject: string; readonly commitment: string }>> {
  if (disclosures.length === 0) return new Map();
  const rows = await placed(db).where('d.n', 'in', disclosures).execute();
  return new Map(rows.map(({ n, subject, commitment }) => [n, { subject, commitment: commitment.toString('hex') }]));
}

async function numbersOf(db: Database, subjects: readonly string[], most: number): Promise<ReadonlySet<number>> {
  if (subjects.length > most) throw new VaultRefused({ why: `A search among ${subjects.length} persons is too much; at most ${most} can be named.` });
  const rows = await db
    .selectFrom('subject')
    .select('n')
    .where(sql<boolean>`subject = any(${subjects}::text[])`)
    .execute();
  return new Set(rows.map(({ n }) => n));
}
