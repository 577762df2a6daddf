import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

const { file, sql } = workerData as { readonly file: string; readonly sql: string };
const db = new Database(file);
const statement = db.prepare<[], Record<string, unknown>>(sql);
const [value] = statement.reader ? Object.values(statement.get() ?? {}) : [statement.run().changes];
db.close();
parentPort?.postMessage(value);
