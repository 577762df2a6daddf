/**
 * The event store as the rest of Saksi knows it. It takes and returns bytes: what was appended comes back to the
 * letter, on every adapter. The clauses of this contract are the suite in `contract/`.
 */
export interface NewEvent {
  /** UUID, lower case, unique within its append. */
  readonly id: string;
  readonly type: string;
  /** RFC 8785 canonical JSON. */
  readonly data: Uint8Array;
  /** RFC 8785 canonical JSON. */
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** 0, 1, 2… in its stream. */
  readonly revision: number;
  /** Increases over the log; not necessarily by one. */
  readonly position: bigint;
}

/** The revision that the stream's last event must have; `'none'`: the stream must not exist. */
export type ExpectedRevision = number | 'none';

/** Which command an append belongs to; kept in the append's own transaction where `capabilities.receipts` is true. */
export interface Receipt {
  readonly command: string;
  readonly user: string;
  /** Keyed digest of what was sent, commitments in place of personal values. */
  readonly digest: Uint8Array;
}

/** A receipt as it was kept, with where the command's events stand. */
export interface KeptReceipt extends Receipt {
  readonly stream: string;
  readonly firstRevision: number;
  readonly lastRevision: number;
  readonly position: bigint;
}

export interface Appended {
  readonly firstRevision: number;
  readonly lastRevision: number;
  /** The position of the last event. */
  readonly position: bigint;
  /** True when these very events stood there already. */
  readonly repeated: boolean;
}

export interface AppendOptions {
  readonly receipt?: Receipt;
  /** When the caller gives up waiting, ms since 1970. The outcome is then `OutcomeUnknown`, unless it is known not to be recorded. */
  readonly deadline?: number;
}

export interface ReadOptions {
  readonly limit?: number;
}

export interface ReadStreamOptions extends ReadOptions {
  /** First revision, inclusive; backwards: the last one, inclusive. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
}

export interface ReadAllOptions extends ReadOptions {
  /** Exclusive: events after this position (backwards: before). */
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  readonly types?: readonly string[];
}

export interface SubscribeOptions {
  /** Exclusive; absent: from the first event. */
  readonly from?: bigint;
  readonly types?: readonly string[];
  readonly signal: AbortSignal;
}

export interface Batch {
  readonly events: readonly StoredEvent[];
  /** True when nothing later stood in the log when the batch was read. */
  readonly caughtUp: boolean;
  /** Every event up to here was delivered or filtered out. */
  readonly through: bigint;
}

/** A module of this adapter that a worker thread may import to read the log by itself: `open(options)` is its export. */
export interface WorkerReader {
  readonly module: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** How adapters may differ. Nobody asks which adapter it is. */
export interface Capabilities {
  /** Receipts are kept in the append's own transaction. */
  readonly receipts: boolean;
  /** Only this process appends: what it folded stays true until it appends itself. */
  readonly soleWriter: boolean;
  /** How a worker thread may read the log without this thread. */
  readonly workerReader?: WorkerReader;
}

export interface EventReader {
  /** Batches in order; a stream that does not exist has none. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<readonly StoredEvent[]>;
  readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredEvent[]>;
  /** Catches up, then goes on live; ends when the signal aborts, throws `EventStoreUnavailable` when it cannot go on. */
  subscribe(options: SubscribeOptions): AsyncIterable<Batch>;
  /** The position of the last event; 0n for an empty log. */
  head(): Promise<bigint>;
  close(): Promise<void>;
}

export interface EventStore extends EventReader {
  readonly capabilities: Capabilities;
  /**
   * Appends all or nothing. The same ids at the expected revision with the same bytes succeed again with the original
   * result.
   * A receipt whose command was kept with another append is `CommandAlreadyRecorded`, checked before the revision.
   * @throws ConcurrencyConflict, DuplicateEventId, CommandAlreadyRecorded, OutcomeUnknown, EventStoreUnavailable; InvalidAppend for an empty one
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, options?: AppendOptions): Promise<Appended>;
  /** The receipt of a command whose events were appended with one. */
  receipt(command: string): Promise<KeptReceipt | undefined>;
}
