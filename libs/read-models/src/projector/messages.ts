import type { StoredText, WorkerReader } from '#event-store';
import type { Change, ContextState } from '../port.ts';
import type { ReaderStatement, Row } from '../readers/messages.ts';
import type { MessagePort } from 'node:worker_threads';

/** What the projector's thread is given. */
export interface ProjectorData {
  /** Where the contexts' files live. */
  readonly folder: string;
  /** file: URLs of the modules that export projections (and upcasters), one or more a context. */
  readonly modules: readonly string[];
  /** Every event type this build knows. */
  readonly knownTypes: readonly string[];
  readonly source: { readonly reader: WorkerReader } | { readonly feed: MessagePort };
  readonly batchEvents: number;
  /** Others append to the log too: views of another log are refused instead of being made anew. */
  readonly sharedLog: boolean;
  readonly pollMs: number;
  /** Longest time, ms, that what was projected may wait for its commit. */
  readonly holdMs: number;
  readonly retryMs: number;
  readonly namedChanges: number;
  /** Most rows that a look may return. */
  readonly rowLimit: number;
}

/** A look: a small declared question, answered from the projector's own connection once the context's tables, as that connection sees them, have passed `wanted`. */
export interface LookAsked {
  readonly id: number;
  readonly context: string;
  readonly wanted: bigint;
  readonly statement: ReaderStatement;
}

export type LookAnswer =
  | { readonly id: number; readonly rows: readonly Row[]; readonly position: bigint; readonly slow: boolean }
  | { readonly id: number; readonly tooMany: true }
  | { readonly id: number; readonly code: string; readonly message: string };

export type ToProjector =
  /** The log has grown, or something is asked. `wanted`: somebody waits until every reader sees the tables there. */
  | { readonly kind: 'poke'; readonly looks: readonly LookAsked[]; readonly wanted: bigint }
  | { readonly kind: 'rebuild'; readonly context: string }
  | { readonly kind: 'close' };

/** A file as the projector reports it. */
export interface FileReport {
  readonly file: string;
  readonly position: bigint;
  readonly parked: number;
  /** Events that the file has seen. */
  readonly events: number;
}

export interface ContextReport {
  readonly context: string;
  readonly version: string;
  readonly state: ContextState;
  /** The file that queries read. */
  readonly answering?: FileReport;
  /** The file that fills beside it, or that is to become the first one. */
  readonly filling?: FileReport;
}

export interface Report {
  readonly kind: 'report';
  readonly head: bigint;
  readonly contexts: readonly ContextReport[];
  readonly changes: readonly Change[];
}

export type FromProjector = Report | { readonly kind: 'looked'; readonly looked: readonly LookAnswer[] } | { readonly kind: 'failed'; readonly error: string };

/** The feed's messages, where the log can only be read on the main thread: a look, or whether an event stands where a file saw it. */
export type FeedRequest = { readonly from: bigint; readonly limit: number } | { readonly position: bigint; readonly id: string };
export type FeedReply =
  { readonly events: readonly StoredText[]; readonly through: bigint; readonly head: bigint } | { readonly stands: boolean } | { readonly unavailable: string };
