import { join } from 'node:path';
import type { EventStore } from '../port.ts';
import { lockFolder } from './folder-lock.ts';
import { sqliteMaintenance } from './maintenance.ts';
import { LogCheckpoints } from './log-checkpoints.ts';
import type { ReaderOptions, SqliteEventStoreOptions } from './options.ts';
import { Reader } from './reader.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { moduleUrl, startThread, type StartThread } from './thread.ts';
import { Writer } from './writer.ts';

/**
 * Opens the log in `<folder>/log.db`, making it when it is not there.
 * @throws FolderLocked when another process uses the folder, EventStoreUnopenable when the log cannot be opened
 */
export const openSqliteEventStore = (options: SqliteEventStoreOptions): Promise<EventStore> => openWithThreads(options, startThread);

/** As `openSqliteEventStore`, with a say in how threads start; for specs that stop them. */
export async function openWithThreads(options: SqliteEventStoreOptions, start: StartThread): Promise<EventStore> {
  const file = join(options.folder, 'log.db');
  const lock = options.lock ?? (await lockFolder(options.folder, start));
  const release = async (): Promise<void> => (options.lock ? undefined : lock.release());
  const writer = new Writer(start, {
    maxQueuedEvents: options.maxQueuedEvents ?? 20_000,
    maxQueuedBytes: options.maxQueuedBytes ?? 64 << 20,
    resolveWithin: options.resolveWithin ?? 10_000,
    thread: { file, commitEvents: options.commitEvents ?? 2_000, maxLogBytes: options.maxLogBytes, reserveBytes: options.reserveBytes ?? 8 << 20 },
  });
  try {
    await writer.open();
  } catch (error) {
    await writer.close();
    await release();
    throw error;
  }
  const reading: ReaderOptions = {
    file,
    batchEvents: options.batchEvents ?? 1_000,
    batchBytes: options.batchBytes ?? 1 << 20,
    scanEvents: options.scanEvents ?? 50_000,
  };
  return new SqliteEventStore({
    writer,
    reader: new Reader(start, reading, options.readers ?? 1, options.maxQueuedReads ?? 10_000),
    limits: { maxAppendBytes: options.maxAppendBytes ?? 16 << 20, maxAppendEvents: options.maxAppendEvents ?? 10_000 },
    capabilities: {
      receipts: true,
      soleWriter: true,
      workerReader: { module: moduleUrl('sync-reader'), options: { ...reading } },
      maintenance: sqliteMaintenance(file, start),
    },
    checkpoints: new LogCheckpoints(file, lock, writer),
    closed: release,
  });
}
