import { backUpVault } from './backup.ts';
import { WorkerLink } from './link/worker-link.ts';
import type { OpenStorage } from './storage.ts';
import type { ReaderData, ReaderOps } from './store/reader.ts';
import type { WriterData, WriterOps } from './store/writer.ts';

/** vault.db in the folder: one worker writes it, another reads it. */
export const sqliteStorage: OpenStorage = ({ folder, masterKey, now, keysAtHand, segments, mostWaiting, mostReading }) => {
  const writerData = (): WriterData => ({ folder, masterKey: masterKey(), now: now(), keysAtHand, segments });
  const readerData = (): ReaderData => ({ folder, masterKey: masterKey() });
  return {
    writer: new WorkerLink<WriterOps>({ module: './writer.worker', base: import.meta.url, data: writerData, mostWaiting }),
    reader: new WorkerLink<ReaderOps>({ module: './reader.worker', base: import.meta.url, data: readerData, mostWaiting: mostReading }),
    backupTo: (places) => backUpVault(folder, places),
  };
};
