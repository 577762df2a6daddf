import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/* Copies identity.db as it stands at one instant, while its own worker goes on writing. */
const { from, to } = workerData as { readonly from: string; readonly to: string };
const db = new Database(from, { readonly: true, fileMustExist: true });
try {
  db.prepare('VACUUM INTO ?').run(to);
} finally {
  db.close();
}
// A session that was ended, or a code that was used, after the copy was made must not come back with it.
const copy = new Database(to);
try {
  copy.pragma('secure_delete = ON');
  copy.exec('DELETE FROM session; DELETE FROM one_time_code;');
} finally {
  copy.close();
}
parentPort?.postMessage('copied');
