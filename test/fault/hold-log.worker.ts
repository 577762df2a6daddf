import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/* Another program that writes into the log: nobody else can until it is ended. */

const db = new Database(workerData as string);
db.exec('BEGIN IMMEDIATE');
parentPort?.postMessage('held');
parentPort?.on('message', () => {
  db.close();
  parentPort?.close();
});
