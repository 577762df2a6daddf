import type { Database } from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultDamaged, VaultRefused } from '../errors.ts';
import { openCopy, openForReading, openForWriting } from './open-database.ts';
import { layout, schema } from './schema.ts';

export interface BackupPlaces {
  /** Gets the encrypted values. */
  readonly values: string;
  /** Gets the wrapped keys; keep it elsewhere and for a shorter time, so that an erased key is gone from there too. */
  readonly keys: string;
}

export interface BackedUp {
  readonly subjects: number;
  readonly disclosures: number;
}

const inValues = ['disclosure', 'concern', 'hold', 'swept'] as const;
const inKeys = ['master', 'subject'] as const;
/** Photos are among the values: so many of them are in memory at once. */
const batch = 500;

/**
 * Copies a vault that is in use, in short reads: values first, up to the last one when it began, then their keys. What is
 * erased meanwhile loses its key in the copy too. The search index is not copied: it is built from the values; nor is
 * the erasure register: it has to be newer than every backup.
 */
export function backUp({ file, places }: { readonly file: string; readonly places: BackupPlaces }): BackedUp {
  const db = openForReading(file);
  try {
    const partial = { values: `${places.values}.partial`, keys: `${places.keys}.partial` };
    const through = db.prepare<[], { n: number }>('SELECT coalesce(max(n), 0) AS n FROM disclosure').get()?.n ?? 0;
    const disclosures = written(partial.values, inValues, (copy) => {
      copyNumbered(db, copy, 'disclosure', through);
      copyAll(db, copy, 'hold');
      copyAll(db, copy, 'swept');
      // Which persons a value concerns is written with it, so that a value cannot come back without them.
      for (const { n } of copy.prepare<[], { n: number }>('SELECT n FROM disclosure WHERE concerns > 0').all())
        copyRows(db, copy, 'concern', 'disclosure = ?', [n]);
      return count(copy, 'disclosure');
    });
    const subjects = written(partial.keys, inKeys, (copy) => {
      copyAll(db, copy, 'master');
      copyNumbered(db, copy, 'subject', Number.MAX_SAFE_INTEGER);
      return count(copy, 'subject');
    });
    renameSync(partial.values, places.values);
    renameSync(partial.keys, places.keys);
    for (const folder of new Set([dirname(places.values), dirname(places.keys)])) sync(folder);
    return { subjects, disclosures };
  } finally {
    db.close();
  }
}

/** Puts a vault together from its two files. The erasure register beside it, if any, is replayed when the vault is opened. */
export function restore({ file, places }: { readonly file: string; readonly places: BackupPlaces }): BackedUp {
  if (existsSync(file)) throw new VaultRefused({ why: `${file} exists. A vault is only restored into a folder without one: move the old one away first.` });
  for (const part of [places.values, places.keys]) verify(part);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.restoring`;
  for (const ending of ['', '-wal', '-shm']) rmSync(partial + ending, { force: true });
  const db = openForWriting(partial);
  db.prepare('ATTACH ? AS backup_values').run(places.values);
  db.prepare('ATTACH ? AS backup_keys').run(places.keys);
  const counted = db.transaction(() => {
    db.exec('DELETE FROM swept');
    for (const table of inValues) db.exec(`INSERT INTO main.${table} SELECT * FROM backup_values.${table}`);
    for (const table of inKeys) db.exec(`INSERT INTO main.${table} SELECT * FROM backup_keys.${table}`);
    // Someone was erased while the backup ran: what is left of their values has no key, and goes.
    db.exec(`DELETE FROM main.disclosure AS d WHERE d.subject NOT IN (SELECT n FROM main.subject)
      OR d.concerns <> (SELECT count(*) FROM main.concern c JOIN main.subject s ON s.n = c.subject WHERE c.disclosure = d.n);
      DELETE FROM main.concern WHERE disclosure NOT IN (SELECT n FROM main.disclosure)`);
    return { subjects: count(db, 'main.subject'), disclosures: count(db, 'main.disclosure') };
  })();
  db.exec('DETACH backup_values; DETACH backup_keys');
  db.pragma('journal_mode = DELETE');
  db.close();
  renameSync(partial, file);
  sync(dirname(file));
  return counted;
}

const count = (db: Database, table: string): number => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;

function written(file: string, tables: readonly string[], fill: (copy: Database) => number): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  const copy = openCopy(file);
  try {
    copy.exec(schema);
    for (const table of [...inValues, ...inKeys, 'segment', 'erased']) {
      if (!tables.includes(table)) copy.exec(`DROP TABLE ${table}`);
      else copy.exec(`DELETE FROM ${table}`);
    }
    copy.pragma(`user_version = ${layout}`);
    return fill(copy);
  } finally {
    copy.close();
    sync(file);
    verify(file);
  }
}

function copyNumbered(from: Database, to: Database, table: string, through: number): void {
  for (let after = 0; ;) {
    const last = copyRows(from, to, table, 'n > ? AND n <= ? ORDER BY n LIMIT ?', [after, through, batch]);
    if (last === undefined) return;
    after = last;
  }
}

const copyAll = (from: Database, to: Database, table: string) => copyRows(from, to, table, '1 = 1', []);

/** Copies rows as they are; returns the number of the last one, for tables that number theirs. */
function copyRows(from: Database, to: Database, table: string, where: string, args: readonly number[]): number | undefined {
  const rows = from
    .prepare<number[], unknown[]>(`SELECT * FROM ${table} WHERE ${where}`)
    .raw()
    .all(...args);
  const [first] = rows;
  if (!first) return undefined;
  const insert = to.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
  to.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  const last = rows.at(-1)?.[0];
  return typeof last === 'number' ? last : undefined;
}

/** @throws VaultRefused, VaultDamaged */
export function verify(file: string): void {
  if (!existsSync(file)) throw new VaultRefused({ why: `The backup ${file} is not there. Values and wrapped keys are two files, and both are needed.` });
  const copy = openForReading(file);
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok' || copy.pragma('user_version', { simple: true }) !== layout) {
      throw new VaultDamaged({ why: `the backup ${file} is damaged or of another version. Take another one.` });
    }
  } finally {
    copy.close();
  }
}

function sync(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
