import { sql } from 'kysely';
import { bound } from '../sealing.ts';
import { entriesOf } from '../search/segment.ts';
import type { Checked, CheckStep, VaultCounts } from '../store/checking.ts';
import type { SharedRing } from './masters.ts';
import { disclosuresWithKeys, type Revealing } from './revealing.ts';
import type { Database } from './tables.ts';

interface Step {
  readonly rows: readonly { readonly n: number }[];
  readonly damaged: readonly string[];
}

/** Opens what is kept, without telling it. */
export class Checking {
  readonly #ring: SharedRing;
  readonly #revealing: Revealing;

  constructor(ring: SharedRing, revealing: Revealing) {
    this.#ring = ring;
    this.#revealing = revealing;
  }

  async check(db: Database, step: CheckStep): Promise<Checked> {
    const { rows, damaged } = await this.#step(db, step);
    const last = rows.at(-1);
    return { checked: rows.length, damaged, ...(last && rows.length === step.limit && { next: last.n }) };
  }

  #step(db: Database, step: CheckStep): Promise<Step> {
    if (step.of === 'subjects') return this.#subjects(db, step);
    return step.of === 'disclosures' ? this.#disclosures(db, step) : this.#segments(db, step);
  }

  async #subjects(db: Database, { after, every, limit }: CheckStep): Promise<Step> {
    const rows = await db
      .selectFrom('subject as s')
      .leftJoin('subject_key as k', 'k.n', 's.n')
      .select(['s.n', 's.subject', 'k.generation', 'k.wrapped'])
      .where('s.n', '>', after)
      .where(sql<boolean>`s.n % ${every}::int = 0`)
      .orderBy('s.n')
      .limit(limit)
      .execute();
    const ring = await this.#ring.knowing(db, new Set(rows.flatMap(({ generation }) => generation ?? [])));
    const opens = ({ subject, generation, wrapped }: (typeof rows)[number]): boolean =>
      generation !== null && wrapped !== null && ring.knows(generation) && ring.unwrap({ generation, wrapped }, bound.subject(subject)) !== undefined;
    return { rows, damaged: rows.filter((row) => !opens(row)).map(({ subject }) => subject) };
  }

  async #disclosures(db: Database, { after, every, limit }: CheckStep): Promise<Step> {
    const rows = await disclosuresWithKeys(db)
      .where('d.n', '>', after)
      .where(sql<boolean>`d.n % ${every}::int = 0`)
      .orderBy('d.n')
      .limit(limit)
      .execute();
    const values = await this.#revealing.open(db, rows);
    return { rows, damaged: rows.filter(({ n }) => !values.has(n)).map(({ commitment }) => commitment.toString('hex')) };
  }

  async #segments(db: Database, { after, limit }: CheckStep): Promise<Step> {
    const rows = await db.selectFrom('segment').selectAll().where('n', '>', after).orderBy('n').limit(limit).execute();
    const ring = await this.#ring.knowing(db, new Set(rows.map(({ generation }) => generation)));
    return { rows, damaged: rows.filter((row) => entriesOf(ring, row) === undefined).map(({ n }) => String(n)) };
  }
}

export async function counts(db: Database, ring: SharedRing): Promise<VaultCounts> {
  const { rows } = await sql<Omit<VaultCounts, 'generation'>>`select
    (select count(*) from subject) as subjects, (select count(*) from disclosure) as disclosures,
    (select count(distinct subject) from hold where released_at is null) as held,
    (select count(*) from erased) as erased, (select count(*) from erased where not done) as unfinished,
    (select count(*) from segment) as segments, (select coalesce(sum(length(sealed)), 0) from segment) as "segmentBytes",
    (select count(*) from subject_key where generation < (select max(generation) from master))
      + (select count(*) from segment where generation < (select max(generation) from master)) as "toRewrap",
    floor(extract(epoch from clock_timestamp()) * 1000)::bigint as "sharedClock"`.execute(db);
  const [counted] = rows;
  if (!counted) throw new Error('PostgreSQL counted nothing.');
  const { newest } = await db
    .selectFrom('master')
    .select((eb) => eb.fn.max<number | null>('generation').as('newest'))
    .executeTakeFirstOrThrow();
  return { ...counted, generation: newest ?? ring.now.newest };
}
