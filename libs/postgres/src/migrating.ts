import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { PostgresUnusable } from './errors.ts';
import type { Postgres } from './open.ts';

/** Steps of a schema by name, in the order of their names: `0001-…`. One that was released is never changed. */
export type Steps = Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>>;

const doneTable = 'migration';

/**
 * Brings the schema up to date, each step once whichever node comes first: Kysely's migrator takes an advisory lock and
 * does all steps in one transaction.
 * @throws PostgresUnusable when a newer Saksi has been here
 */
export async function migrate<Tables>({ db, place, schema }: Postgres<Tables>, steps: Steps): Promise<void> {
  const untyped = db as unknown as Kysely<unknown>;
  try {
    await refuseNewer(untyped, steps, schema);
    const migrations = Object.fromEntries(Object.entries(steps).map(([name, up]): [string, Migration] => [name, { up }]));
    const migrator = new Migrator({
      db: untyped,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: schema,
      migrationTableName: doneTable,
      migrationLockTableName: `${doneTable}_lock`,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error(`The tables of ${schema} could not be made.`, { cause: error });
  } catch (error) {
    throw PostgresUnusable.from(error, place);
  }
}

async function refuseNewer(db: Kysely<unknown>, steps: Steps, schema: string): Promise<void> {
  const there = await sql<{ found: string | null }>`select to_regclass(${`${schema}.${doneTable}`})::text as found`.execute(db);
  if (!there.rows[0]?.found) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(`${schema}.${doneTable}`)} order by name`.execute(db);
  const unknown = rows.map(({ name }) => name).find((name) => !(name in steps));
  if (unknown !== undefined)
    throw new PostgresUnusable(
      `The tables of ${schema} were made by a newer Saksi (it knows "${unknown}", this one does not). Start the newer Saksi, or restore a dump of before.`,
    );
}
