import type { UnopenableReason } from '../errors.ts';
import type { Receipt } from '../port.ts';

/** An append as it crosses to the writing thread. Its bytes lie in the message's buffer, data and metadata alternating. */
export interface PostedAppend {
  readonly n: number;
  readonly stream: string;
  /** -1: none. */
  readonly expected: number;
  /** Ids of 36 characters, one after another: one string crosses faster than many. */
  readonly ids: string;
  /** A line for each event. */
  readonly types: string;
  /** Byte lengths: data, metadata, data, metadata… */
  readonly lengths: readonly number[];
  readonly receipt?: Receipt | undefined;
  /** It was posted before to a thread that died: it may be recorded already, and only a look can tell. */
  readonly doubtful: boolean;
}

/** All appends of one tick of the main thread, with one buffer for all their bytes (moved, not copied, to the worker). */
export interface AppendsMessage {
  readonly appends: readonly PostedAppend[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What the writing thread is told. `settle`: most of the write-ahead log is in the file already; with the rest there too,
 * the next commit begins it anew. `close`: nothing comes after it.
 */
export type ToWriter = AppendsMessage | 'settle' | 'close';

export type Answer =
  | {
      readonly n: number;
      readonly kind: 'appended';
      readonly firstRevision: number;
      readonly lastRevision: number;
      readonly position: number;
      readonly repeated: boolean;
    }
  | { readonly n: number; readonly kind: 'conflict'; readonly actual: number }
  | { readonly n: number; readonly kind: 'duplicate' }
  /** Nothing of it is recorded. */
  | { readonly n: number; readonly kind: 'unrecorded'; readonly why: string; readonly retryAfter: number; readonly diskFull: boolean };

export type WriterMessage =
  | { readonly kind: 'ready'; readonly head: number }
  | { readonly kind: 'answers'; readonly answers: readonly Answer[]; readonly head: number }
  /** The thread cannot go on; what was posted to it and not answered is unknown. `failure` is set when it could not open. */
  | { readonly kind: 'failed'; readonly why: string; readonly failure?: OpenFailure };

/** Why the log cannot be opened: a sentence for a person, and a word for a program. */
export interface OpenFailure {
  readonly reason: UnopenableReason;
  readonly why: string;
}

/** A read, one batch. */
export type ReadRequest =
  | { readonly kind: 'stream'; readonly stream: string; readonly from: number | undefined; readonly backwards: boolean; readonly limit: number }
  | {
      readonly kind: 'all';
      readonly from: number | undefined;
      readonly backwards: boolean;
      readonly limit: number;
      readonly types: readonly string[] | undefined;
    }
  | { readonly kind: 'receipt'; readonly command: string };

/** Requests of one turn of the main thread, answered in their order; nothing follows `close`. */
export type ToReader = readonly ReadRequest[] | 'close';

/** Six numbers an event: position, revision, index of stream, index of type, length of data, length of metadata. */
export const columns = 6;

/** A batch as it crosses back: numbers in one table, bytes in one buffer (both moved), each name once. */
export interface PackedBatch {
  readonly table: Float64Array<ArrayBuffer>;
  /** Ids of 36 characters, one after another. */
  readonly ids: string;
  readonly streams: readonly string[];
  readonly types: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The last place that was looked at: a revision in a stream, a position in the log. */
  readonly through: number;
  readonly head: number;
  /** Nothing more stood in this direction when it was read. */
  readonly done: boolean;
}

export interface PackedReceipt {
  readonly user: string;
  readonly digest: Uint8Array;
  readonly stream: string;
  readonly firstRevision: number;
  readonly lastRevision: number;
  readonly position: number;
}

export type ReadAnswer =
  | { readonly kind: 'batch'; readonly batch: PackedBatch }
  | { readonly kind: 'receipt'; readonly receipt: PackedReceipt | undefined }
  | { readonly kind: 'failed'; readonly why: string };
