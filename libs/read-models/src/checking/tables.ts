import { once } from 'node:events';
import { startWorker } from '../start-worker.ts';

type Row = Readonly<Record<string, unknown>>;

export interface TableDigest {
  readonly count: number;
  /** SHA-256 of all rows, ordered by all columns. */
  readonly sha256: string;
  /** Empty unless rows were asked for. */
  readonly rows: readonly Row[];
}

export interface TablesData {
  readonly file: string;
  readonly withRows: boolean;
}

export interface TablesReply {
  readonly tables: Readonly<Record<string, TableDigest>>;
}

async function readTables(data: TablesData): Promise<TablesReply['tables']> {
  const worker = startWorker('./checking/tables.worker', data);
  const [reply] = (await once(worker, 'message')) as [TablesReply];
  await worker.terminate();
  return reply.tables;
}

/** What a context's file says, table by table, as digests: two files that say the same have the same digests. */
export const digestTables = (file: string): Promise<TablesReply['tables']> => readTables({ file, withRows: false });

/** Every row of every table of a context's file, ordered by all columns. For specs and small files. */
export async function dumpTables(file: string): Promise<Readonly<Record<string, readonly Row[]>>> {
  const tables = await readTables({ file, withRows: true });
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
}
