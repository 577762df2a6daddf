import type { KeyRing } from '../logic/key-ring.ts';
import { entriesOf, full, merged, sealSegment, unreadable, type SegmentLimits, type SegmentRow, type Shelf } from '../search/segment.ts';
import type { PackedEntry } from '../search/packed.ts';
import { numbers, type Alone } from './tables.ts';

const segmentNumber = async (db: Alone): Promise<number> => {
  const [n] = (await numbers(db, { subject: 0, disclosure: 0, segment: 1 })).segment;
  if (n === undefined) throw new Error('PostgreSQL gave no number.');
  return n;
};

/** The search index as rows: written, merged and rewritten by the same rules as in vault.db (`search/segment.ts`). */
export class Segments {
  readonly #limits: SegmentLimits;

  constructor(limits: SegmentLimits) {
    this.#limits = limits;
  }

  /** Adds what one transaction kept, disclosures `first` to `last`. */
  async add(db: Alone, ring: KeyRing, shelf: Shelf, entries: readonly PackedEntry[], first: number, last: number): Promise<void> {
    if (entries.length === 0) return;
    await this.#write(db, ring, { shelf, level: 0, first, last }, entries);
    await this.#mergeFrom(db, ring, shelf, 0);
  }

  /** Rewrites every segment that holds one of these disclosures without them. What cannot be read is dropped and returned, to be built again. */
  async forget(db: Alone, ring: KeyRing, disclosures: ReadonlySet<number>): Promise<readonly SegmentRow[]> {
    const damaged: SegmentRow[] = [];
    for (const row of await this.#covering(db, disclosures)) {
      const entries = entriesOf(ring, row);
      if (!entries) damaged.push(row);
      const kept = (entries ?? []).filter((entry) => !disclosures.has(entry.disclosure));
      if (kept.length === entries?.length) continue;
      await db.deleteFrom('segment').where('n', '=', row.n).execute();
      if (kept.length > 0) await this.#write(db, ring, row, kept);
    }
    return damaged;
  }

  async #covering(db: Alone, disclosures: ReadonlySet<number>): Promise<readonly SegmentRow[]> {
    if (disclosures.size === 0) return [];
    const all = [...disclosures];
    const [least, most] = [Math.min(...all), Math.max(...all)];
    const rows = await db.selectFrom('segment').select(['n', 'first', 'last']).where('first', '<=', most).where('last', '>=', least).execute();
    const covering = rows.filter(({ first, last }) => all.some((n) => first <= n && n <= last)).map(({ n }) => n);
    return covering.length === 0 ? [] : db.selectFrom('segment').selectAll().where('n', 'in', covering).orderBy('n').execute();
  }

  async #mergeFrom(db: Alone, ring: KeyRing, shelf: Shelf, level: number): Promise<void> {
    const ofLevel = db.selectFrom('segment').where('shelf', '=', shelf).where('level', '=', level);
    const { count } = await ofLevel.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    if (level >= full - 1 || count < this.#limits.fanOut) return;
    const rows = await ofLevel.selectAll().orderBy('first').execute();
    const read = rows.map((row) => ({ ...row, entries: entriesOf(ring, row) }));
    const parts = read.flatMap(({ first, last, entries }) => (entries ? [{ first, last, entries }] : []));
    await db
      .deleteFrom('segment')
      .where(
        'n',
        'in',
        read.flatMap(({ n, entries }) => (entries ? [n] : [0])),
      )
      .execute();
    // What is kept now must not fail because a part of the index is damaged. Searching says so.
    await db.updateTable('segment').set({ level: unreadable }).where('shelf', '=', shelf).where('level', '=', level).execute();
    for (const made of merged(level, parts, this.#limits)) await this.#write(db, ring, { shelf, ...made }, made.entries);
    await this.#mergeFrom(db, ring, shelf, level + 1);
  }

  async #write(db: Alone, ring: KeyRing, of: Pick<SegmentRow, 'shelf' | 'level' | 'first' | 'last'>, entries: readonly PackedEntry[]): Promise<void> {
    const row = sealSegment(ring, { n: await segmentNumber(db), shelf: of.shelf, level: of.level, first: of.first, last: of.last }, entries);
    await db.insertInto('segment').values(row).execute();
  }
}
