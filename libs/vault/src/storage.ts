import type { WorkerLink } from './link/worker-link.ts';
import type { SegmentLimits } from './search/segment.ts';
import type { BackedUp, BackupPlaces } from './store/backing-up.ts';
import type { ReaderOps } from './store/reader.ts';
import type { WriterOps } from './store/writer.ts';

export interface StorageSettings {
  /** Where the erasure register lies, and files that the adapter keeps. */
  readonly folder: string;
  /** The key that opens the vault now; a worker that is started again after a rotation needs the new one. */
  readonly masterKey: () => Uint8Array;
  readonly now: () => number;
  readonly keysAtHand: number;
  readonly segments: SegmentLimits;
  readonly mostWaiting: number;
  readonly mostReading: number;
}

/**
 * Where the vault's rows lie. What is done to values, keys and segments is in `logic/` and `search/`, the same for every
 * adapter; an adapter moves the rows, in worker threads, and makes each change durable before it answers.
 */
export interface VaultStorage {
  readonly writer: WorkerLink<WriterOps>;
  readonly reader: WorkerLink<ReaderOps>;
  /** @throws VaultRefused where the rows are backed up by another tool */
  backupTo(places: BackupPlaces): Promise<BackedUp>;
}

export type OpenStorage = (settings: StorageSettings) => VaultStorage;
