import { sql } from 'kysely';
import { VaultRefused } from '../errors.ts';
import { verify, type BackedUp, type BackupPlaces } from '../store/backing-up.ts';
import { openForReading } from '../store/open-database.ts';
import { alone } from './alone.ts';
import { translated } from './failing.ts';
import { openTables } from './open-tables.ts';
import type { Alone, Tables, VaultPostgres } from './tables.ts';

/** Photos are among the values: so many of them travel in one statement. */
const atOnce = 250;

interface PersonRow {
  readonly n: number;
  readonly subject: string;
  readonly generation: number;
  readonly wrapped: Buffer;
  readonly last_kept: number;
}

/**
 * Puts the two files of a backup of a vault.db into an empty vault in PostgreSQL, all or nothing, under the same master
 * key: how a Saksi on one machine moves to several. The index is built from the values when the vault is opened.
 * @throws VaultRefused, VaultDamaged, VaultUnopenable, VaultUnavailable
 */
export async function importBackup({ url, places }: { readonly url: string; readonly places: BackupPlaces }): Promise<BackedUp> {
  for (const part of [places.values, places.keys]) verify(part);
  const postgres = await openTables(url);
  try {
    return await alone(postgres.db, (transaction) => importInto(transaction, postgres, places));
  } catch (error) {
    throw translated(error, postgres.place);
  } finally {
    await postgres.close();
  }
}

async function importInto(db: Alone, { place }: VaultPostgres, places: BackupPlaces): Promise<BackedUp> {
  const there = await db.selectFrom('master').select('generation').limit(1).execute();
  if (there.length > 0)
    throw new VaultRefused({
      why: `There is a vault in "${place.database}" at ${place.where} already; a restore never overwrites one. Name an empty database.`,
    });
  const values = openForReading(places.values);
  const keys = openForReading(places.keys);
  try {
    const persons = keys.prepare<[], PersonRow>('SELECT * FROM subject').all();
    await insert(db, 'master', all(keys, 'master'));
    await insert(
      db,
      'subject',
      persons.map(({ n, subject, last_kept }) => ({ n, subject, last_kept })),
    );
    await insert(
      db,
      'subject_key',
      persons.map(({ n, generation, wrapped }) => ({ n, generation, wrapped })),
    );
    for (const rows of inBatches(values.prepare<[], Tables['disclosure']>('SELECT * FROM disclosure ORDER BY n').iterate()))
      await insert(db, 'disclosure', rows);
    await insert(db, 'concern', all(values, 'concern'));
    await insert(db, 'hold', all(values, 'hold'));
    const { through } = values.prepare<[], { through: number }>('SELECT through FROM swept').get() ?? { through: 0 };
    await db.updateTable('swept').set({ through }).execute();
  } finally {
    values.close();
    keys.close();
  }
  return settled(db);
}

const all = (from: ReturnType<typeof openForReading>, table: Copied): readonly object[] => from.prepare<[], object>(`SELECT * FROM ${table}`).all();

type Copied = 'master' | 'subject' | 'subject_key' | 'disclosure' | 'concern' | 'hold';

async function insert(db: Alone, table: Copied, rows: readonly object[]): Promise<void> {
  for (const batch of inBatches(rows))
    await db
      .insertInto(table)
      // The columns of a backup are those of the table, by name.
      .values(batch)
      .execute();
}

function* inBatches<Row>(rows: Iterable<Row>): Iterable<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Someone was erased while the backup ran: what is left of their values has no key, and goes. New numbers begin after the old. */
async function settled(db: Alone): Promise<BackedUp> {
  await sql`delete from disclosure d where not exists (select 1 from subject_key k where k.n = d.subject)
    or d.concerns <> (select count(*) from concern c join subject_key k on k.n = c.subject where c.disclosure = d.n)`.execute(db);
  await sql`delete from concern c where not exists (select 1 from disclosure d where d.n = c.disclosure)`.execute(db);
  const { rows } = await sql<BackedUp>`select (select count(*) from subject) as subjects, (select count(*) from disclosure) as disclosures,
    setval('subject_n', greatest(1, (select max(n) from subject))), setval('disclosure_n', greatest(1, (select max(n) from disclosure)))`.execute(db);
  const [counted] = rows;
  if (!counted) throw new Error('PostgreSQL counted nothing.');
  return { subjects: counted.subjects, disclosures: counted.disclosures };
}
