import type Database from 'better-sqlite3';
import { EventStoreUnavailable } from '../errors.ts';
import type { StoredEvent, StoredText, SyncReader } from '../port.ts';
import { failureOf } from './failures.ts';
import { openForReading } from './log-file.ts';
import { LogQueries, type Rows } from './log-queries.ts';
import type { ReaderOptions } from './options.ts';

/**
 * Reads the log file in the calling thread, which must be a worker: `(await import(capabilities.workerReader.module))
 * .open(capabilities.workerReader.options)`. The projector's thread reads with it, without passing events between threads.
 * @throws EventStoreUnavailable when the file cannot be read
 */
export function open(options: Readonly<Record<string, unknown>>): SyncReader {
  const parsed = readerOptions(options);
  try {
    return new SqliteSyncReader(openForReading(parsed.file), parsed);
  } catch (error) {
    throw new EventStoreUnavailable(failureOf(error, parsed.file).why, { cause: error });
  }
}

export { open as openSqliteReader };

class SqliteSyncReader implements SyncReader {
  readonly #db: Database.Database;
  readonly #queries: LogQueries;

  constructor(db: Database.Database, options: ReaderOptions) {
    this.#db = db;
    this.#queries = new LogQueries(db, options);
  }

  readAllSync(from: bigint, limit: number, types?: readonly string[]): StoredEvent[] {
    const events: StoredEvent[] = [];
    for (let after = from; events.length < limit;) {
      const look = this.lookSync(after, limit - events.length, types);
      events.push(...look.events);
      if (look.through >= look.head) break;
      after = look.through;
    }
    return events;
  }

  lookSync(from: bigint, limit: number, types?: readonly string[]): { events: StoredEvent[]; through: bigint; head: bigint } {
    return this.#reading(() => {
      const found = this.#queries.all({ kind: 'all', from: Number(from), backwards: false, limit, types });
      return { events: this.#events(found), through: BigInt(found.through), head: BigInt(found.head) };
    });
  }

  lookTextsSync(from: bigint, limit: number): { events: StoredText[]; through: bigint; head: bigint } {
    return this.#reading(() => {
      const found = this.#queries.texts(Number(from), limit);
      return { events: this.#events(found), through: BigInt(found.through), head: BigInt(found.head) };
    });
  }

  head(): bigint {
    return this.#reading(() => BigInt(this.#queries.head()));
  }

  close(): void {
    this.#db.close();
  }

  #events<Body>({ rows }: Rows<Body>): (Omit<StoredEvent, 'data' | 'metadata'> & { readonly data: Body; readonly metadata: Body })[] {
    const { streamName, typeName } = this.#queries;
    return rows.map(([position, revision, stream, type, id, data, metadata]) => ({
      id,
      type: typeName(type),
      data,
      metadata,
      stream: streamName(stream),
      revision,
      position: BigInt(position),
    }));
  }

  #reading<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw new EventStoreUnavailable(failureOf(error, this.#db.name).why, { cause: error });
    }
  }
}

/** They come from `capabilities`, through a message to a thread: looked at, not believed. */
function readerOptions({ file, batchEvents, batchBytes, scanEvents }: Readonly<Record<string, unknown>>): ReaderOptions {
  if (typeof file !== 'string' || typeof batchEvents !== 'number' || typeof batchBytes !== 'number' || typeof scanEvents !== 'number') {
    throw new TypeError("These are not the options of an event store's workerReader.");
  }
  return { file, batchEvents, batchBytes, scanEvents };
}
