import SqliteDatabase, { type Database } from 'better-sqlite3';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** A file that answers: other connections read it while this one writes. */
export function openToAnswer(path: string): Database {
  const database = new SqliteDatabase(path);
  setToAnswer(database);
  return database;
}

function setToAnswer(database: Database): void {
  database.pragma('journal_mode = WAL');
  // A power cut may cost the last batches, never the file: the checkpoint goes back with the rows.
  database.pragma('synchronous = NORMAL');
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('journal_size_limit = 67108864');
  database.pragma('cache_size = -8192');
  database.pragma('temp_store = MEMORY');
}

/** Which run of the machine this is, where it says so: what was written and never synced outlives a process, not a reboot. */
const run = runOfTheMachine();

function runOfTheMachine(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * A file that nobody reads yet. It is written without waiting for the disk, each page once instead of twice: a process
 * that is killed loses the transaction it was in and no more, a machine that goes down may leave anything. So the file
 * says in which run of the machine it is being filled, durably and before anything else; one of another run is removed
 * (docs/adr/0012-filling-without-sync.md).
 */
export function openToFill(path: string): Database {
  if (run === undefined) return openToAnswer(path);
  let database = new SqliteDatabase(path);
  if (!filledInThisRun(database, run)) {
    database.close();
    removeFile(path);
    database = new SqliteDatabase(path);
  }
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = PERSIST');
  database.pragma('synchronous = FULL');
  database.exec('create table if not exists saksi_filling (run text primary key) strict, without rowid');
  database.prepare('insert into saksi_filling (run) values (?) on conflict do nothing').run(run);
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -131072');
  database.pragma('temp_store = MEMORY');
  return database;
}

/** Also true of a file in which everything is on the disk: one that is new, or was filled and not yet named. */
function filledInThisRun(database: Database, now: string): boolean {
  if (!database.prepare("select 1 from sqlite_master where name = 'saksi_filling'").get()) return true;
  return database.prepare('select 1 from saksi_filling where run = ?').get(now) !== undefined;
}

/** Everything on the disk, then the mark away, then the file open for others to read. */
export function settle(database: Database): void {
  database.pragma('synchronous = FULL');
  database.pragma('wal_checkpoint(TRUNCATE)');
  if (database.prepare("select 1 from sqlite_master where name = 'saksi_filling'").get()) {
    // A commit waits for the whole file, whatever it writes itself.
    database.exec('update saksi_filling set run = run');
    database.exec('drop table saksi_filling');
  }
  database.pragma('locking_mode = NORMAL');
  // Only with the next look at the file is the lock given up, which the change of journal needs.
  database.prepare('select 1 from sqlite_master').get();
  setToAnswer(database);
  database.pragma('shrink_memory');
}

/** Removes a file and what SQLite keeps beside it. */
export function removeFile(path: string): void {
  for (const each of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) if (existsSync(each)) rmSync(each);
}
