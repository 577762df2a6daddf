import SqliteDatabase from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { CheckpointRow } from '../../projector/worker/own-tables.ts';
import type { ContextCopy } from '../messages.ts';

/** A file is damaged or is none of ours. */
export class NotACopy extends Error {
  override readonly name = 'NotACopy';
}

/**
 * VACUUM INTO copies what one instant shows, without holding up the projector, and leaves a file in one piece. It gets
 * its name when all of it is on the disk.
 */
export function copyFile(context: string, file: string, to: string): ContextCopy {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  const source = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    source.prepare('vacuum into ?').run(part);
  } finally {
    source.close();
  }
  const copy = readCopy(context, part);
  flush(part);
  renameSync(part, to);
  return copy;
}

/** How far in the log a copy is, after all of it was read. @throws NotACopy */
export function readCopy(context: string, file: string): ContextCopy {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const sound = database.pragma('integrity_check(1)', { simple: true });
    if (sound !== 'ok') throw new NotACopy(String(sound));
    const row = database
      .prepare<[], CheckpointRow>('select version, position, last_position, last_id, known_from, events from saksi_checkpoint')
      .safeIntegers()
      .get();
    if (!row) throw new NotACopy('it has no checkpoint');
    return { context, version: row.version, position: row.position, last: { position: row.last_position, id: row.last_id }, events: Number(row.events) };
  } finally {
    database.close();
  }
}

/** Makes a file, or the names in a folder, survive a power cut. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
