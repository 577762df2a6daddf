import SqliteDatabase from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import type { ScratchData, ScratchReply } from './projecting.ts';

/* A database in memory for one spec: makes the tables, runs what the steps bound, asks. */
const { schema, runs, questions } = workerData as ScratchData;
const database = new SqliteDatabase(':memory:');

/** A step's statements come back with every event: each is prepared once. */
const statements = new Map<string, SqliteDatabase.Statement>();

function prepared(sql: string): SqliteDatabase.Statement {
  const known = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, known);
  return known;
}

function reply(): ScratchReply {
  try {
    for (const sql of schema) database.exec(sql);
    for (const { sql, values } of runs) prepared(sql).run(...values);
    return { rows: questions.map(({ sql, parameters }) => database.prepare<unknown[], Readonly<Record<string, unknown>>>(sql).all(...parameters)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(reply());
database.close();
