import type Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { openForWriting } from '../sqlite/log-file.ts';
import type { WriterData } from '../sqlite/options.ts';
import { writeFrom } from '../sqlite/writing.ts';

/** What a spec sets: how many commits are still to fail, and whether the disk keeps them all the same. */
export interface Doubt {
  /** [commits that fail, 1 if they are kept]. */
  readonly switches: Int32Array;
}

/** A real writing thread on a real file, whose flush reports an I/O error: kept or lost, as the spec says. */
function doubtful(file: string, maxLogBytes?: number): Database.Database {
  const { switches } = workerData as Doubt;
  const db = openForWriting(file, maxLogBytes);
  const prepare = db.prepare.bind(db);
  const failing = (sql: string): unknown => {
    const statement = prepare(sql);
    if (sql !== 'COMMIT') return statement;
    const run = statement.run.bind(statement);
    statement.run = () => {
      if (Atomics.load(switches, 0) <= 0) return run();
      Atomics.sub(switches, 0, 1);
      if (Atomics.load(switches, 1) === 1) run();
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    };
    return statement;
  };
  return Object.assign(db, { prepare: failing });
}

if (!parentPort) throw new Error('The writing thread was started outside of a worker.');
writeFrom(parentPort, workerData as WriterData, doubtful);
