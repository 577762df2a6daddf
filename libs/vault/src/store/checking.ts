import type { Database } from 'better-sqlite3';
import { VaultDamaged } from '../errors.ts';
import { bound } from '../sealing.ts';
import { openSegment, type SegmentRow } from '../search/segment.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import { disclosureWithKey, type DisclosureRow, type Revealing } from './revealing.ts';

/** One step of a check: rows after `after`, every `every`-th of them. */
export interface CheckStep {
  readonly of: 'subjects' | 'disclosures' | 'segments';
  readonly after: number;
  readonly every: number;
  readonly limit: number;
}

export interface Checked {
  readonly checked: number;
  /** Subjects, commitments or numbers of segments. */
  readonly damaged: readonly string[];
  /** Where to go on; absent when this was the last step. */
  readonly next?: number;
}

interface Step {
  readonly rows: readonly { readonly n: number }[];
  readonly damaged: readonly string[];
}

const selected = 'n > ? AND n % ? = 0 ORDER BY n LIMIT ?';

/** Opens what is kept, without telling it. */
export class Checking {
  readonly #db: Database;
  readonly #ring: () => KeyRing;
  readonly #revealing: Revealing;

  constructor(db: Database, ring: () => KeyRing, revealing: Revealing) {
    this.#db = db;
    this.#ring = ring;
    this.#revealing = revealing;
  }

  check(step: CheckStep): Checked {
    const { rows, damaged } = step.of === 'subjects' ? this.#subjects(step) : step.of === 'disclosures' ? this.#disclosures(step) : this.#segments(step);
    const last = rows.at(-1);
    return { checked: rows.length, damaged, ...(last && rows.length === step.limit && { next: last.n }) };
  }

  #subjects({ after, every, limit }: CheckStep): Step {
    const rows = this.#db
      .prepare<[number, number, number], { n: number; subject: string; generation: number; wrapped: Buffer }>(
        `SELECT n, subject, generation, wrapped FROM subject WHERE ${selected}`,
      )
      .all(after, every, limit);
    return { rows, damaged: rows.filter((row) => !this.#readable(() => this.#ring().unwrap(row, bound.subject(row.subject)))).map(({ subject }) => subject) };
  }

  #disclosures({ after, every, limit }: CheckStep): Step {
    // An outer join would hide nothing: a value whose key is missing counts as damaged.
    const rows = this.#db
      .prepare<[number, number, number], DisclosureRow | { n: number; commitment: Buffer; subject: null }>(
        `${disclosureWithKey.replace(' JOIN', ' LEFT JOIN')} WHERE d.${selected.replaceAll(' n', ' d.n')}`,
      )
      .all(after, every, limit);
    const damaged = rows.filter((row) => row.subject === null || !this.#readable(() => this.#revealing.open(row)));
    return { rows, damaged: damaged.map(({ commitment }) => commitment.toString('hex')) };
  }

  #segments({ after, every, limit }: CheckStep): Step {
    const rows = this.#db.prepare<[number, number, number], SegmentRow>(`SELECT * FROM segment WHERE ${selected}`).all(after, every, limit);
    return { rows, damaged: rows.filter((row) => !this.#readable(() => openSegment(this.#ring(), row))).map(({ n }) => String(n)) };
  }

  #readable(open: () => unknown): boolean {
    try {
      return open() !== undefined;
    } catch (error) {
      if (error instanceof VaultDamaged) return false;
      throw error;
    }
  }
}

export interface VaultCounts {
  readonly subjects: number;
  readonly disclosures: number;
  readonly held: number;
  readonly erased: number;
  /** Erasures that are registered and not finished yet; the next start finishes them. */
  readonly unfinished: number;
  readonly segments: number;
  readonly segmentBytes: number;
  /** How often the master key was changed, plus one. */
  readonly generation: number;
  /** Keys that an earlier master key still wraps. */
  readonly toRewrap: number;
  /** What the clock of the database that all servers share said; undefined: the vault is on this machine. */
  readonly sharedClock?: number;
}

export function counts(db: Database, ring: KeyRing): VaultCounts {
  const one = (sql: string, ...args: number[]) => db.prepare<number[], { n: number }>(`SELECT ${sql} AS n`).get(...args)?.n ?? 0;
  return {
    subjects: one('(SELECT count(*) FROM subject)'),
    disclosures: one('(SELECT count(*) FROM disclosure)'),
    held: one('(SELECT count(DISTINCT subject) FROM hold WHERE released_at IS NULL)'),
    erased: one('(SELECT count(*) FROM erased)'),
    unfinished: one('(SELECT count(*) FROM erased WHERE done = 0)'),
    segments: one('(SELECT count(*) FROM segment)'),
    segmentBytes: one('(SELECT coalesce(sum(length(sealed)), 0) FROM segment)'),
    generation: ring.newest,
    toRewrap: ring.rotating
      ? one('(SELECT count(*) FROM subject WHERE generation <> ?)', ring.newest) + one('(SELECT count(*) FROM segment WHERE generation <> ?)', ring.newest)
      : 0,
  };
}
