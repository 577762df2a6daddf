import type { Look } from '#kernel';
import type { From } from './declare/from.ts';
import type { Statement } from './declare/kysely.ts';
import type { ContextCopy } from './snapshot/messages.ts';
import type { AnswerOf, Answers, QueryCircumstances, QuerySlice, TypedQuerySlice } from './declare/query.ts';

/** A value of the last row of a page, by which the next page begins. */
export type PageKey = readonly (string | number)[];

export interface PageRequest {
  /** Rows after the one with these values of the `page.by` columns; absent: from the first. */
  readonly after?: PageKey;
  /** Rows wanted; clipped to the slice's maximum. */
  readonly size?: number;
}

export interface FindResult<Answer = unknown> {
  /** A list, one answer, or undefined where there is none. */
  readonly answer: Answer;
  /** Present when a further page exists. */
  readonly next?: PageKey;
  /** How far in the log the tables were when they answered. */
  readonly position: bigint;
}

/** `rebuilding`: no file of this version has caught up yet; queries are refused. The others answer. */
export type ContextState =
  | { readonly kind: 'rebuilding' }
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'live' }
  /** The log holds an event this build does not know: upgrade it. What was projected before it goes on answering. */
  | { readonly kind: 'unknown-event'; readonly type: string; readonly position: bigint }
  /** The disk or the log cannot be read or written; tried again by itself. */
  | { readonly kind: 'faulty'; readonly why: string };

export interface FileStatus {
  readonly context: string;
  /** Derived from tables, compiled steps, derivations and upcasters. */
  readonly version: string;
  readonly file: string;
  readonly state: ContextState;
  /** Everything up to here is in the tables. */
  readonly position: bigint;
  /** The log's last position, as far as the projector knows. */
  readonly head: bigint;
  /** Since when the projector has been behind the log, in ms; 0 when it is not. */
  readonly lagMs: number;
  readonly parked: number;
  /** A new file that is filling beside the one that answers. */
  readonly rebuild?: RebuildProgress;
}

export interface RebuildProgress {
  readonly context: string;
  readonly position: bigint;
  readonly head: bigint;
  /** Events this run has projected, and how many a second. */
  readonly events: number;
  readonly eventsPerSecond: number;
}

/** An event that a step could not take, or a later one of the same stream, which therefore waits. */
export interface ParkedEvent {
  readonly context: string;
  readonly projection: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  /** The step's error; null for a later event of a stream that is parked. */
  readonly error: string | null;
}

/** Rows of a projection that changed. Announced after the commit, only when live; a burst may be joined. */
export interface Change {
  readonly context: string;
  readonly projection: string;
  /** Keys as the steps declare them (the event's subject by default); absent: too many to name, ask again. */
  readonly keys?: readonly string[];
  readonly position: bigint;
}

export type Unsubscribe = () => void;

/** This node's projections of the log, and how they are asked. */
export interface ReadModels {
  /**
   * Answers after everything that this process had appended when it was asked is visible.
   * @throws ReadModelRebuilding, ReadModelBehind, TooManyRows, QueryTooSlow, ReadersBusy
   */
  ask<Answer>(look: Look<Answer>): Promise<{ readonly answer: Answer; readonly position: bigint }>;
  /** @throws ReadModelRebuilding, TooManyRows, QueryTooSlow, ReadersBusy */
  find<Args extends object, A extends Answers>(
    slice: TypedQuerySlice<Args, A>,
    args: Args,
    circumstances: QueryCircumstances,
    page?: PageRequest,
  ): Promise<FindResult<AnswerOf<A>>>;
  find(slice: QuerySlice, args: object, circumstances: QueryCircumstances, page?: PageRequest): Promise<FindResult>;
  /** Rows of a statement over one context's tables, for what is no query of people: processes, checks. `most`: only the first so many. */
  run<Row>(from: From, statement: Statement<Row>, most?: number): Promise<{ readonly rows: readonly Row[]; readonly position: bigint }>;
  /** Whether the context's tables have passed the position, after waiting at most so long. */
  waitFor(position: bigint, context: string, timeoutMs: number): Promise<boolean>;
  /** Resolves when every context is live and has passed the position, or rejects when one has stopped. For tests, the demo and the CLI. */
  caughtUp(position: bigint): Promise<void>;
  status(): readonly FileStatus[];
  parked(): Promise<readonly ParkedEvent[]>;
  /** Fills a new file beside the live one and swaps it in. Resolves when it answers. */
  rebuild(context: string, onProgress?: (progress: RebuildProgress) => void): Promise<RebuildProgress>;
  /** Rebuilds every context that has parked events: nothing depends on when it was retried. */
  retryParked(onProgress?: (progress: RebuildProgress) => void): Promise<readonly RebuildProgress[]>;
  /**
   * Copies the file of every context that answers now into a folder, each as of one instant, while all goes on.
   * @throws ReadModelRebuilding while a context has none, CopyFailed
   */
  copyTo(folder: string, onCopied?: (context: string) => void): Promise<readonly ContextCopy[]>;
  onChange(listener: (change: Change) => void): Unsubscribe;
  close(): Promise<void>;
}
