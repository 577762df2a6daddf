import type { FolderLock } from './folder-lock.ts';
import type { Signs } from './wakeful.ts';

/** Every limit of the embedded store; each has a default that suits a small server. */
export interface SqliteEventStoreOptions {
  /** Where `log.db` lives; made when it is not there. */
  readonly folder: string;
  /** The lock the caller already holds on this folder; absent: the store takes `lock.db` itself and frees it at close. */
  readonly lock?: FolderLock;
  /** Events waiting to be committed, beyond which appends are refused; default 20,000. */
  readonly maxQueuedEvents?: number;
  /** Bytes waiting to be committed, beyond which appends are refused; default 64 MiB. */
  readonly maxQueuedBytes?: number;
  /** Default 10,000. */
  readonly maxAppendEvents?: number;
  /** Data and metadata of one append; default 16 MiB. */
  readonly maxAppendBytes?: number;
  /** Most events of one commit; default 2,000. */
  readonly commitEvents?: number;
  /** Largest size of the log in bytes; beyond it appends are refused as on a full disk. Default: none. */
  readonly maxLogBytes?: number;
  /** Space kept in `reserve` and given up when the disk is full, so that signing in and `doctor` still work; default 8 MiB, 0: none. */
  readonly reserveBytes?: number;
  /** How long appends of unknown outcome wait for the log to come back before they are answered so, ms; default 10,000. */
  readonly resolveWithin?: number;
  /** Most events of one read batch; default 1,000. */
  readonly batchEvents?: number;
  /** A read batch ends when it has this many bytes; default 1 MiB. */
  readonly batchBytes?: number;
  /** Most events that one filtered read looks at; default 50,000. */
  readonly scanEvents?: number;
  /** Reading worker threads; default 1. */
  readonly readers?: number;
  /** Reads waiting for a reader, beyond which reads are refused; default 10,000. */
  readonly maxQueuedReads?: number;
}

/** What the writing thread is given. */
export interface WriterOptions {
  readonly file: string;
  readonly commitEvents: number;
  readonly maxLogBytes: number | undefined;
  readonly reserveBytes: number;
}

/** …with what wakes it. */
export interface WriterData extends WriterOptions {
  readonly signs: Signs;
}

/** What a reading thread is given; plain JSON, so that it can be posted to any worker. */
export interface ReaderOptions {
  readonly file: string;
  readonly batchEvents: number;
  readonly batchBytes: number;
  readonly scanEvents: number;
}
