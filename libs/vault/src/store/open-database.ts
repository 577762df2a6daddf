import Database from 'better-sqlite3';
import { chmodSync } from 'node:fs';
import { VaultDamaged } from '../errors.ts';
import { layout, schema } from './schema.ts';

const isSqlite = (error: unknown): error is Error & { code: string } => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');

/** A sentence a person can act on, for what SQLite says while a file is opened. */
function unopenable(file: string, error: unknown): Error {
  if (!isSqlite(error)) return error instanceof Error ? error : new Error(String(error));
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))
    return new VaultDamaged({ why: `${file} is not a readable database. Restore it from a backup.` });
  if (error.code === 'SQLITE_BUSY') return new VaultDamaged({ why: `${file} is locked by another process. End the other Saksi that uses this folder.` });
  if (error.code === 'SQLITE_READONLY' || error.code === 'SQLITE_CANTOPEN')
    return new VaultDamaged({ why: `${file} cannot be written. Check the owner and the permissions of the folder.` });
  if (error.code === 'SQLITE_FULL') return new VaultDamaged({ why: `the disk that holds ${file} is full. Make room and start again.` });
  return new VaultDamaged({ why: `${file} cannot be used (${error.code}). Check the disk, then restore the file from a backup.` });
}

/** What a file must hold: its layout's number, and how it is made. */
interface Layout {
  readonly layout: number;
  readonly schema: string;
}

export const openForWriting = (file: string): Database.Database => openDurable(file, { layout, schema });

/** A writer's connection: durable before a commit returns, deleted bytes overwritten, created for its owner only. */
export function openDurable(file: string, wanted: Layout): Database.Database {
  try {
    const db = new Database(file, { timeout: 5_000 });
    chmodSync(file, 0o600);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('wal_autocheckpoint = 4000');
    db.pragma('temp_store = MEMORY');
    migrate(db, file, wanted);
    return db;
  } catch (error) {
    throw unopenable(file, error);
  }
}

/** A file that is written once, for its owner only, and synced by whoever fills it: until then it is nobody's backup. */
export function openCopy(file: string): Database.Database {
  const db = new Database(file);
  chmodSync(file, 0o600);
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('secure_delete = ON');
  return db;
}

export function openForReading(file: string): Database.Database {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    throw unopenable(file, error);
  }
}

function migrate(db: Database.Database, file: string, { layout, schema }: Layout): void {
  const found = db.pragma('user_version', { simple: true });
  if (found === layout) return;
  if (found !== 0)
    throw new VaultDamaged({ why: `${file} has layout ${String(found)}, and this Saksi knows layout ${layout}: it is older than the file. Upgrade it.` });
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`user_version = ${layout}`);
  }).immediate();
}
