import { randomBytes } from 'node:crypto';
import { VaultDamaged } from '../errors.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import { bound, keyFrom, seal, unseal } from '../sealing.ts';
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
export const full = 100;
export const unreadable = 101;

export function openSegment(ring: KeyRing, row: SegmentRow): Packed {
  const key = ring.unwrap(row, bound.segmentKey(row.n));
  const plain = key && unseal(key, row.sealed, bound.segment(row.n, row.shelf, row.first, row.last));
  if (!plain) throw new VaultDamaged({ why: `segment ${row.n} of its search index was altered or damaged. Run "saksi doctor" to build the index again.` });
  return new Packed(plain);
}

/** The entries of a segment, or undefined when it was altered or damaged. */
export function entriesOf(ring: KeyRing, row: SegmentRow): readonly PackedEntry[] | undefined {
  try {
    return [...openSegment(ring, row).entries()];
  } catch (error) {
    if (error instanceof VaultDamaged) return undefined;
    throw error;
  }
}

/** A segment as it is stored, under a key of its own. */
export function sealSegment(
  ring: KeyRing,
  { n, shelf, level, first, last }: Pick<SegmentRow, 'n' | 'shelf' | 'level' | 'first' | 'last'>,
  entries: readonly PackedEntry[],
): SegmentRow & { readonly entries: number } {
  const key = randomBytes(32);
  const { generation, wrapped } = ring.wrap(key, bound.segmentKey(n));
  const sealed = seal(keyFrom(key), pack(entries), bound.segment(n, shelf, first, last));
  return { n, shelf, level, first, last, entries: entries.length, generation, wrapped, sealed };
}

/** Entries that become one segment. */
export interface Gathered {
  readonly level: number;
  readonly first: number;
  readonly last: number;
  readonly entries: readonly PackedEntry[];
}

/** How the segments of one level become those of the next, none of them larger than the largest. */
export function merged(
  level: number,
  parts: readonly { readonly first: number; readonly last: number; readonly entries: readonly PackedEntry[] }[],
  { largest }: SegmentLimits,
): readonly Gathered[] {
  const made: Gathered[] = [];
  let gathered: PackedEntry[] = [];
  let [first, last, size] = [0, 0, 0];
  const flush = () => {
    if (gathered.length > 0) made.push({ level: size * 2 >= largest ? full : level + 1, first, last, entries: gathered });
    gathered = [];
    size = 0;
  };
  for (const part of parts) {
    const more = packedSize(part.entries);
    if (size + more > largest) flush();
    first = gathered.length === 0 ? part.first : Math.min(first, part.first);
    last = gathered.length === 0 ? part.last : Math.max(last, part.last);
    for (const entry of part.entries) gathered.push(entry);
    size += more;
  }
  flush();
  return made;
}
