import SqliteDatabase from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { TableDigest, TablesData, TablesReply } from './tables.ts';

/* Reads all of one file, for checks; its own thread, because a file may be large. */
const { file, withRows } = workerData as TablesData;
const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The checkpoint says how far the file is, not what it says. */
const names = database
  .prepare<[], string>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> 'saksi_checkpoint' order by name",
  )
  .pluck()
  .all();

function digest(table: string): TableDigest {
  const columns = database.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table).map(quoted).join(', ');
  const hash = createHash('sha256');
  const rows: Readonly<Record<string, unknown>>[] = [];
  let count = 0;
  for (const row of database.prepare<[], Readonly<Record<string, unknown>>>(`select ${columns} from ${quoted(table)} order by ${columns}`).iterate()) {
    hash.update(`${JSON.stringify(row)}\n`);
    if (withRows) rows.push(row);
    count++;
  }
  return { count, sha256: hash.digest('hex'), rows };
}

database.exec('begin');
const tables = Object.fromEntries(names.map((name) => [name, digest(name)]));
database.exec('commit');
database.close();
parentPort?.postMessage({ tables } satisfies TablesReply);
