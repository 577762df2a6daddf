import { sql } from 'kysely';
import { SubjectHeld } from '../errors.ts';
import type { KeyRing } from '../logic/key-ring.ts';
import type { Erased } from '../store/erasing.ts';
import type { Erasure, ErasureRegister } from '../store/erasure-register.ts';
import { alone } from './alone.ts';
import type { Indexing } from './indexing.ts';
import type { SharedRing } from './masters.ts';
import type { Segments } from './segments.ts';
import type { Alone, Database, VaultPostgres } from './tables.ts';

interface Parts {
  readonly postgres: VaultPostgres;
  readonly ring: SharedRing;
  readonly segments: Segments;
  readonly indexing: Indexing;
  readonly register: ErasureRegister;
}

/** Erasures that are deleted by one statement. */
const atOnce = 1_000;

/** Where nodes tell each other that somebody was erased. */
export const erasedChannel = 'saksi_vault_erased';

/**
 * Erases persons. This node's register comes first, so that an erasure that was begun is finished after any crash and any
 * restore; then key, values and search entries in one transaction; then PostgreSQL is asked to free the dead rows; only
 * then is it done. What the server's disk, its write-ahead log and its backups may still hold is wrapped by the master key
 * of that day (docs/adr/0028).
 */
export class Erasing {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws SubjectHeld */
  async erase({ subject, now }: { readonly subject: string; readonly now: number }): Promise<Erased> {
    const { postgres, ring, register } = this.#parts;
    const values = await alone(postgres.db, async (db) => {
      const state = await db.selectFrom('erased').select('done').where('subject', '=', subject).executeTakeFirst();
      if (state?.done) return undefined;
      const holds = await db.selectFrom('hold').select('reason').where('subject', '=', subject).where('released_at', 'is', null).orderBy('placed_at').execute();
      if (holds.length > 0 && !state) throw new SubjectHeld({ subject, reasons: holds.map(({ reason }) => reason) });
      register.append([{ subject, at: now }]);
      return this.#delete(db, await ring.toWrap(db), [{ subject, at: now }]);
    });
    if (values === undefined) return { values: 0 };
    await this.#finish();
    return { values };
  }

  /**
   * Brings the vault and this node's register together: what the register names is erased in the vault too, however old
   * a dump it was restored from. What other nodes erased is written down here as well.
   */
  async replayRegister(): Promise<{ readonly erased: number }> {
    const { postgres, ring, register } = this.#parts;
    await this.learn();
    const erased = await alone(postgres.db, async (db) => {
      const done = new Set((await erasuresIn(db)).filter((row) => row.done).map((row) => row.subject));
      const open = [...register.erasures].filter(({ subject }) => !done.has(subject));
      for (let from = 0; from < open.length; from += atOnce) await this.#delete(db, await ring.toWrap(db), open.slice(from, from + atOnce));
      return open.length;
    });
    if (erased > 0) await this.#finish();
    return { erased };
  }

  /** Writes down here what other nodes have erased. */
  async learn(): Promise<void> {
    this.#parts.register.append(await erasuresIn(this.#parts.postgres.db));
  }

  async #delete(db: Alone, ring: KeyRing, erasures: readonly Erasure[]): Promise<number> {
    const { segments, indexing } = this.#parts;
    const subjects = erasures.map(({ subject }) => subject);
    await db
      .insertInto('erased')
      .values(erasures.map((erasure) => ({ ...erasure, done: false })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const persons = (await db.selectFrom('subject').select('n').where('subject', 'in', subjects).execute()).map(({ n }) => n);
    const theirs = persons.length === 0 ? [] : await disclosuresOf(db, persons);
    if (persons.length > 0) await db.deleteFrom('subject').where('n', 'in', persons).execute();
    await removeDisclosures(db, theirs);
    // A part of the index that cannot be read must not stand in the way of an erasure: it is built again without them.
    for (const unreadable of await segments.forget(db, ring, new Set(theirs))) await indexing.rebuild(db, ring, unreadable);
    await sql`select pg_notify(${erasedChannel}, '')`.execute(db);
    return theirs.length;
  }

  async #finish(): Promise<void> {
    const { postgres } = this.#parts;
    const begun = (await postgres.db.selectFrom('erased').select('subject').where('done', '=', false).execute()).map(({ subject }) => subject);
    await postgres.maintain('vacuum subject_key, segment, disclosure');
    await postgres.db
      .updateTable('erased')
      .set({ done: true })
      .where(sql<boolean>`subject = any(${begun}::text[])`)
      .execute();
  }
}

const erasuresIn = (db: Database | Alone) => db.selectFrom('erased').selectAll().execute();

async function disclosuresOf(db: Alone, persons: readonly number[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('disclosure')
    .select('n')
    .where('subject', 'in', persons)
    .union(db.selectFrom('concern').select('disclosure as n').where('subject', 'in', persons))
    .execute();
  return rows.map(({ n }) => n);
}

export async function removeDisclosures(db: Alone, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await db.deleteFrom('concern').where('disclosure', 'in', numbers).execute();
  await db.deleteFrom('disclosure').where('n', 'in', numbers).execute();
}
