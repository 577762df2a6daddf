import type { KeyObject } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { PersonalKind } from '#kernel';
import { VaultRefused } from '../errors.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import { kindCode } from '../logic/kinds.ts';
import { sameness, shelfOf } from '../logic/values.ts';
import { openSegment, type SegmentRow, type Shelf } from '../search/segment.ts';
import { needles } from '../search/words.ts';

export interface Search {
  readonly kind: PersonalKind;
  /** Every word of it must be found: as the beginning of a word, for notes as a whole word. */
  readonly text: string;
  readonly limit: number;
  /** Only these subjects, at most `amongMost`. */
  readonly among?: readonly string[];
  readonly amongMost: number;
}

export interface Found {
  readonly subject: string;
  readonly kind: PersonalKind;
  /** The newest value that matches; `reveal` opens it. */
  readonly commitment: string;
}

export interface SearchResult {
  readonly found: readonly Found[];
  /** There are more than the limit. */
  readonly more: boolean;
}

interface Place {
  readonly subject: string;
  readonly commitment: Buffer;
}

export class Searching {
  readonly #ring: () => KeyRing;
  readonly #sameKey: KeyObject;
  readonly #segments: Statement<[Shelf], SegmentRow>;
  readonly #place: Statement<[number], Place>;
  readonly #numberOf: Statement<[string], { n: number }>;
  readonly #same: Statement<[Buffer, number], Place>;

  constructor(db: Database, ring: () => KeyRing, sameKey: KeyObject) {
    this.#ring = ring;
    this.#sameKey = sameKey;
    this.#segments = db.prepare('SELECT * FROM segment WHERE shelf = ? ORDER BY last DESC');
    this.#place = db.prepare('SELECT s.subject, d.commitment FROM disclosure d JOIN subject s ON s.n = d.subject WHERE d.n = ?');
    this.#numberOf = db.prepare('SELECT n FROM subject WHERE subject = ?');
    this.#same = db.prepare('SELECT s.subject, d.commitment FROM disclosure d JOIN subject s ON s.n = d.subject WHERE d.same = ? ORDER BY d.n DESC LIMIT ?');
  }

  /** The persons with a value that matches, those with the newest value first, each once. */
  search({ kind, text, limit, among, amongMost }: Search): SearchResult {
    const sought = needles(kind, text).map((needle) => Buffer.from(needle, 'utf8'));
    if (sought.length === 0) return { found: [], more: false };
    const code = kindCode(kind);
    const only = among && this.#numbersOf(among, amongMost);
    const found = new Map<number, Found>();
    for (const row of this.#segments.iterate(shelfOf(kind))) {
      const packed = openSegment(this.#ring(), row);
      for (const index of packed.holding(sought)) {
        const subject = packed.subject(index);
        if (packed.kind(index) !== code || found.has(subject) || (only && !only.has(subject))) continue;
        if (found.size === limit) return { found: [...found.values()], more: true };
        found.set(subject, { kind, ...this.#placeOf(packed.disclosure(index)) });
      }
    }
    return { found: [...found.values()], more: false };
  }

  /** Who else has the same value, spelled with other case, accents or punctuation perhaps. */
  same(kind: PersonalKind, value: string, limit: number): readonly Found[] {
    const hash = sameness(this.#sameKey, kind, value);
    if (!hash) return [];
    const found = new Map<string, Found>();
    for (const { subject, commitment } of this.#same.all(hash, limit)) {
      if (!found.has(subject)) found.set(subject, { subject, kind, commitment: commitment.toString('hex') });
    }
    return [...found.values()];
  }

  #placeOf(disclosure: number): { readonly subject: string; readonly commitment: string } {
    const place = this.#place.get(disclosure);
    if (!place) throw new Error('The search index names a value that is not there.');
    return { subject: place.subject, commitment: place.commitment.toString('hex') };
  }

  #numbersOf(subjects: readonly string[], most: number): ReadonlySet<number> {
    if (subjects.length > most) throw new VaultRefused({ why: `A search among ${subjects.length} persons is too much; at most ${most} can be named.` });
    return new Set(subjects.map((subject) => this.#numberOf.get(subject)?.n).filter((n) => n !== undefined));
  }
}
