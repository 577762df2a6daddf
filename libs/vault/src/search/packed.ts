/**
 * Searchable entries packed side by side, so that one decryption and one scan cover thousands of them:
 * count u32 ‖ disclosures u32[] ‖ subjects u32[] ‖ ends of texts u32[] ‖ kinds u8[] ‖ texts. Little endian. A text is
 * UTF-8 between two spaces, `' budi santoso '`, so that ' bu' is the beginning of a word and ' budi ' a whole one.
 */
export interface Entry {
  readonly disclosure: number;
  readonly subject: number;
  readonly kind: number;
  /** As `searchable()` makes it. */
  readonly text: string;
}

/** An entry whose text is bytes already, as it is copied from segment to segment. */
export interface PackedEntry {
  readonly disclosure: number;
  readonly subject: number;
  readonly kind: number;
  readonly bytes: Uint8Array;
}

const bytesPerEntry = 13;

export const packedSize = (entries: readonly PackedEntry[]): number => entries.reduce((size, { bytes }) => size + bytes.length + bytesPerEntry, 4);

export const packable = ({ disclosure, subject, kind, text }: Entry): PackedEntry => ({ disclosure, subject, kind, bytes: Buffer.from(` ${text} `, 'utf8') });

export function pack(entries: readonly PackedEntry[]): Buffer {
  const count = entries.length;
  const packed = Buffer.alloc(packedSize(entries));
  packed.writeUInt32LE(count, 0);
  let text = 4 + bytesPerEntry * count;
  entries.forEach(({ disclosure, subject, kind, bytes }, index) => {
    packed.writeUInt32LE(disclosure, 4 + 4 * index);
    packed.writeUInt32LE(subject, 4 + 4 * (count + index));
    packed.set(bytes, text);
    text += bytes.length;
    packed.writeUInt32LE(text, 4 + 4 * (2 * count + index));
    packed.writeUInt8(kind, 4 + 12 * count + index);
  });
  return packed;
}

/** Reads a packed buffer in place. */
export class Packed {
  readonly count: number;
  readonly #buffer: Buffer;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
    this.count = buffer.readUInt32LE(0);
  }

  disclosure(index: number): number {
    return this.#buffer.readUInt32LE(4 + 4 * index);
  }

  subject(index: number): number {
    return this.#buffer.readUInt32LE(4 + 4 * (this.count + index));
  }

  kind(index: number): number {
    return this.#buffer.readUInt8(4 + 12 * this.count + index);
  }

  text(index: number): Buffer {
    return this.#buffer.subarray(this.#start(index), this.#end(index));
  }

  *entries(): Iterable<PackedEntry> {
    for (let index = 0; index < this.count; index++) {
      yield { disclosure: this.disclosure(index), subject: this.subject(index), kind: this.kind(index), bytes: this.text(index) };
    }
  }

  /** The entries that hold every needle, last first. The rarest needle first saves the most. */
  *holding(needles: readonly Buffer[]): Iterable<number> {
    const [first, ...others] = needles;
    if (!first) return;
    const from = 4 + bytesPerEntry * this.count;
    for (let at = this.#buffer.length; at >= from;) {
      at = this.#buffer.lastIndexOf(first, at);
      if (at < from) return;
      const index = this.#at(at);
      const start = this.#start(index);
      // A needle may lie across two entries: one ends with a space, the next begins with one.
      if (at + first.length <= this.#end(index)) {
        const text = this.#buffer.subarray(start, this.#end(index));
        if (others.every((needle) => text.includes(needle))) {
          yield index;
          at = start;
        }
      }
      at--;
    }
  }

  #start(index: number): number {
    return index === 0 ? 4 + bytesPerEntry * this.count : this.#end(index - 1);
  }

  #end(index: number): number {
    return this.#buffer.readUInt32LE(4 + 4 * (2 * this.count + index));
  }

  /** The entry that the byte at this offset belongs to. */
  #at(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#end(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
