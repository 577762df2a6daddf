import type { KeyObject } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { Revealed } from '#cqrs';
import type { KeyRing } from '../logic/key-ring.ts';
import { kindOf } from '../logic/kinds.ts';
import { openValue } from '../logic/values.ts';
import { bound } from '../sealing.ts';

export interface DisclosureRow {
  readonly n: number;
  readonly commitment: Buffer;
  readonly kind: number;
  readonly concerns: number;
  readonly sealed: Buffer;
  readonly subject: string;
  readonly generation: number;
  readonly wrapped: Buffer;
}

interface ConcernedRow {
  readonly subject: string;
  readonly generation: number;
  readonly wrapped: Buffer;
}

/** What a row of it must be joined with to be opened; used by every reader of disclosures. */
export const disclosureWithKey = `SELECT d.n, d.commitment, d.kind, d.concerns, d.sealed, s.subject, s.generation, s.wrapped
  FROM disclosure d JOIN subject s ON s.n = d.subject`;

/** Opens what is kept, and believes nothing that does not match its commitment. */
export class Revealing {
  readonly #ring: () => KeyRing;
  readonly #find: Statement<[Buffer], DisclosureRow>;
  readonly #concerned: Statement<[number], ConcernedRow>;

  constructor(db: Database, ring: () => KeyRing) {
    this.#ring = ring;
    this.#find = db.prepare(`${disclosureWithKey} WHERE d.commitment = ?`);
    this.#concerned = db.prepare(
      'SELECT s.subject, s.generation, s.wrapped FROM concern c JOIN subject s ON s.n = c.subject WHERE c.disclosure = ? ORDER BY s.n',
    );
  }

  /** What is there, and the commitments under which something else was found. */
  reveal(commitments: readonly string[]): { readonly revealed: readonly (readonly [string, Revealed])[]; readonly damaged: readonly string[] } {
    const keys = new Map<string, KeyObject | undefined>();
    const revealed: (readonly [string, Revealed])[] = [];
    const damaged: string[] = [];
    for (const commitment of commitments) {
      if (!/^[0-9a-f]{64}$/.test(commitment)) continue;
      const row = this.#find.get(Buffer.from(commitment, 'hex'));
      if (!row) continue;
      const value = this.open(row, keys);
      if (value === undefined) damaged.push(commitment);
      else revealed.push([commitment, { value, kind: kindOf(row.kind), subject: row.subject }]);
    }
    return { revealed, damaged };
  }

  /** The value, or undefined when it was altered. `keys` saves opening one person's key for each of their values. */
  open(row: DisclosureRow, keys = new Map<string, KeyObject | undefined>()): string | undefined {
    const commitment = row.commitment.toString('hex');
    const all = [this.#key(row, keys)];
    if (row.concerns > 0) for (const other of this.#concerned.all(row.n)) all.push(this.#key(other, keys));
    const known = all.filter((key) => key !== undefined);
    if (known.length !== 1 + row.concerns) return undefined;
    return openValue({ commitment, subject: row.subject, kind: row.kind, sealed: row.sealed }, known);
  }

  #key(row: ConcernedRow, keys: Map<string, KeyObject | undefined>): KeyObject | undefined {
    if (!keys.has(row.subject)) keys.set(row.subject, this.#ring().unwrap(row, bound.subject(row.subject)));
    return keys.get(row.subject);
  }
}
