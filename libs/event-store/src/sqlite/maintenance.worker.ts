import type Database from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import { checkLog } from './integrity.ts';
import { openForReading } from './log-file.ts';
import type { MaintenanceMessage, MaintenanceTask } from './maintenance.ts';

function perform(task: MaintenanceTask): MaintenanceMessage {
  if (task.kind === 'backup' && existsSync(task.to)) return { kind: 'failed', why: `${task.to} exists already; a backup never overwrites.` };
  try {
    const db = openForReading(task.file);
    try {
      return task.kind === 'backup' ? backup(db, task.to) : { kind: 'checked', ...checkLog(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    return { kind: 'failed', why: failureOf(error, task.kind === 'backup' ? `${task.file} or ${task.to}` : task.file).why };
  }
}

/**
 * VACUUM INTO copies what one instant shows, without holding up the writer, and leaves a file in one piece, without WAL.
 * It is flushed and only then gets its name, so that a half-written backup is never taken for one.
 */
function backup(db: Database.Database, to: string): MaintenanceMessage {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  db.pragma('query_only = OFF');
  db.prepare('VACUUM INTO ?').run(part);
  flush(part);
  renameSync(part, to);
  flush(dirname(to));
  const copy = openForReading(to);
  try {
    const head = copy.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
    return { kind: 'copied', head, bytes: statSync(to).size };
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const message: MaintenanceMessage = perform(workerData as MaintenanceTask);
parentPort?.postMessage(message);
