import Database from 'better-sqlite3';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { failureFor, LogFailure } from './failures.ts';

/** "Saks" in the file's header (PRAGMA application_id), so that no other program's file is taken for a log. */
const applicationId = 0x53616b73;
const schemaVersion = 1;
/** Four MiB for each connection: appends touch the end of the log, and what is read again the system keeps. */
const pageCache = 'cache_size = -4096';

/**
 * One row an event, in the order of the log. Ids and bodies as they came, so that the file can be read with any SQLite
 * tool. No index on ids: it would cost two thirds of the writing speed, and uniqueness needs only the place in the stream.
 */
const schema = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type INTEGER NOT NULL,
    data BLOB NOT NULL,
    metadata BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_of_stream ON events (stream, revision);
  CREATE TABLE receipts (
    command TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    digest BLOB NOT NULL,
    stream INTEGER NOT NULL,
    first_revision INTEGER NOT NULL,
    last_revision INTEGER NOT NULL,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
  CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
`;

/** Opens the log for writing; makes folder, file and tables when they are not there. Throws SqliteError, LogFailure or a system error. */
export function openForWriting(file: string, maxLogBytes?: number): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  const db = new Database(file, { timeout: 2_000 });
  try {
    assertOurs(db, file);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // Another thread checkpoints all the time; the writer stops for it only when that has fallen far behind.
    db.pragma('wal_autocheckpoint = 16000');
    db.pragma(pageCache);
    db.pragma('journal_size_limit = 67108864');
    if (db.pragma('user_version', { simple: true }) === 0) create(db);
    if (maxLogBytes !== undefined) db.pragma(`max_page_count = ${Math.max(1, Math.floor(maxLogBytes / 4096))}`);
    // An empty transaction finds a file or folder that cannot be written now, not at the first event.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the log for reading beside the writer. Throws as `openForWriting` does. */
export function openForReading(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2_000 });
  try {
    assertOurs(db, file);
    if (db.pragma('user_version', { simple: true }) === 0) throw new LogFailure(failureFor('foreign', file));
    db.pragma('query_only = ON');
    db.pragma(pageCache);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection that writes nothing but checkpoints. */
export class Checkpointing {
  readonly #db: Database.Database;

  /** Throws SqliteError. */
  constructor(file: string) {
    this.#db = new Database(file, { fileMustExist: true, timeout: 0 });
    this.#db.pragma('synchronous = FULL');
  }

  /** How many pages the write-ahead log has. Throws SqliteError. */
  run(): number {
    return checkpointed(this.#db);
  }

  close(): void {
    this.#db.close();
  }
}

/** Moves what it can from the write-ahead log into the file; how many pages the write-ahead log has. Throws SqliteError. */
export function checkpointed(db: Database.Database): number {
  const [outcome] = db.pragma('wal_checkpoint(PASSIVE)') as readonly { log: number }[];
  return outcome?.log ?? 0;
}

function assertOurs(db: Database.Database, file: string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = Number(db.pragma('application_id', { simple: true }));
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (empty) return;
  if (application !== applicationId) throw new LogFailure(failureFor('foreign', file));
  if (version > schemaVersion) throw new LogFailure(failureFor('newer', file));
}

function create(db: Database.Database): void {
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}
