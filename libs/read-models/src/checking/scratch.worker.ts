import SqliteDatabase from 'better-sqlite3';
import { parentPort } from 'node:worker_threads';
import type { ScratchData, ScratchReply } from './scratch.ts';

/* Databases in memory for specs: each makes the tables, runs what the steps bound, is asked, and is gone. */
function reply({ schema, runs, questions }: ScratchData): ScratchReply {
  const database = new SqliteDatabase(':memory:');
  /** A step's statements come back with every event: each is prepared once. */
  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepared = (sql: string): SqliteDatabase.Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  try {
    for (const sql of schema) database.exec(sql);
    for (const { sql, values } of runs) prepared(sql).run(...values);
    return { rows: questions.map(({ sql, parameters }) => database.prepare<unknown[], Readonly<Record<string, unknown>>>(sql).all(...parameters)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    database.close();
  }
}

parentPort?.on('message', (data: ScratchData) => parentPort?.postMessage(reply(data)));
