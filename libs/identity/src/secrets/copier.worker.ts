import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/* Copies identity.db as it stands at one instant, while its own worker goes on writing. */
const { from, to } = workerData as { readonly from: string; readonly to: string };
const db = new Database(from, { readonly: true, fileMustExist: true });
try {
  db.prepare('VACUUM INTO ?').run(to);
  parentPort?.postMessage('copied');
} finally {
  db.close();
}
