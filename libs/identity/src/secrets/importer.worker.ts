import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { openTables } from './postgres/open-tables.ts';
import type { Database as Tables } from './postgres/tables.ts';

/* Puts a copy of identity.db into empty tables of PostgreSQL, all or nothing; full ones are left as they are. Sessions and codes are in no copy. */
const { from, url } = workerData as { readonly from: string; readonly url: string };
const copied = ['credential', 'lock_out', 'device_entry', 'device_clock'] as const;
const atOnce = 1_000;

async function copy(db: Tables, file: Database.Database): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if ((await transaction.selectFrom('credential').select('account').limit(1).execute()).length > 0) return;
    for (const table of copied) {
      const rows = file.prepare<[], object>(`select * from ${table}`).all();
      for (let first = 0; first < rows.length; first += atOnce)
        await transaction
          .insertInto(table)
          // The columns of identity.db are those of the table, by name.
          .values(rows.slice(first, first + atOnce))
          .execute();
    }
  });
}

const file = new Database(from, { readonly: true, fileMustExist: true });
const postgres = await openTables(url);
try {
  await copy(postgres.db, file);
} finally {
  file.close();
  await postgres.close();
}
parentPort?.postMessage('copied');
