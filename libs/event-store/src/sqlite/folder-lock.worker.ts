import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { codeOf, failureOf } from './failures.ts';
import type { LockMessage, ToLock } from './folder-lock.ts';
import { Checkpointing } from './log-file.ts';

/** Holds `lock.db` until it is released, or the process ends. Meanwhile it checkpoints what it is told to. */
function run({ folder }: { readonly folder: string }): void {
  const port = parentPort;
  if (!port) throw new Error('The locking thread was started outside of a worker.');
  const [file, holderFile] = [join(folder, 'lock.db'), join(folder, 'lock.holder')];
  const end = (message: LockMessage): void => {
    port.postMessage(message);
    port.close();
  };

  let db: Database.Database;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    db = new Database(file, { timeout: 0 });
  } catch (error) {
    return end({ kind: 'failed', failure: failureOf(error, file) });
  }
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) return end({ kind: 'taken', holder: holderIn(holderFile) });
    return end({ kind: 'failed', failure: failureOf(error, file) });
  }
  // Only for the sentence that the next one reads; the lock itself is the transaction.
  writeFileSync(holderFile, `${process.pid}\n`, { mode: 0o600 });
  let checkpointing: Checkpointing | undefined;
  const letGo = (): number => {
    checkpointing?.close();
    checkpointing = undefined;
    return 0;
  };
  const checkpoint = (log: string): number => {
    try {
      return (checkpointing ??= new Checkpointing(log)).run();
    } catch {
      // What could not be done now is done the next time; what is wrong with the file, its writer finds out.
      return letGo();
    }
  };
  port.on('message', (asked: ToLock) => {
    if (asked.kind !== 'release')
      return port.postMessage({ kind: 'done', pages: asked.kind === 'checkpoint' ? checkpoint(asked.file) : letGo() } satisfies LockMessage);
    letGo();
    rmSync(holderFile, { force: true });
    db.close();
    port.close();
  });
  port.postMessage({ kind: 'locked' } satisfies LockMessage);
}

function holderIn(file: string): number | undefined {
  try {
    const holder = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(holder) && holder > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

run(workerData as { readonly folder: string });
