/**
 * The event store as the rest of Saksi knows it. It takes and returns bytes: what was appended comes back to the
 * letter, on every adapter. The clauses of this contract are the suite in `contract/`.
 */
export interface NewEvent {
  /** UUID, lower case, unique within its append; the store does not look whether another stream has it. */
  readonly id: string;
  /** 1 to 200 printable ASCII characters without spaces, as are names of streams. */
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

/** A stored event whose canonical JSON is already text, for those who parse every one: bytes that cross from SQLite cost thrice as much. */
export interface StoredText extends Omit<StoredEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
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
  /** True when these very events stood there already, also when the store itself repeated the append to learn its outcome. */
  readonly repeated: boolean;
}

export interface AppendOptions {
  readonly receipt?: Receipt;
  /** After how long the caller gives up waiting, ms. The outcome is then `OutcomeUnknown`, unless it is known not to be recorded. */
  readonly within?: number;
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
  /** Least time between two reads once caught up, ms: for those who need not know at once. Default 0. */
  readonly lull?: number;
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

/**
 * Reads the log synchronously, in the worker thread that opened it. No read transaction outlives a call.
 * Every method throws `EventStoreUnavailable` when the log cannot be read.
 */
export interface SyncReader {
  /** Up to `limit` events after `from` (exclusive), in order; with `types`, only those, however far it has to look. */
  readAllSync(from: bigint, limit: number, types?: readonly string[]): StoredEvent[];
  /** As `readAllSync`, but looks at no more than a bounded part of the log and says how far it looked. */
  lookSync(from: bigint, limit: number, types?: readonly string[]): { readonly events: StoredEvent[]; readonly through: bigint; readonly head: bigint };
  /** As `lookSync` for all types, as text. */
  lookTextsSync(from: bigint, limit: number): { readonly events: StoredText[]; readonly through: bigint; readonly head: bigint };
  /** The position of the last event; 0n for an empty log. */
  head(): bigint;
  close(): void;
}

/**
 * A module of this adapter that a worker thread may import to read the log by itself. Its export
 * `open(options): SyncReader` takes these options, which survive being posted to the worker.
 */
export interface WorkerReader {
  /** A file: URL. */
  readonly module: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a worker reader's module exports. */
export interface WorkerReaderModule {
  open(options: Readonly<Record<string, unknown>>): SyncReader;
}

/** What `checkIntegrity` found. `problems` are sentences without personal data, at most 100; empty: sound. */
export interface IntegrityReport {
  readonly events: number;
  readonly streams: number;
  readonly head: bigint;
  readonly problems: readonly string[];
}

/** Looking after a log that lives in a file of ours. */
export interface Maintainable {
  /**
   * Copies the log as it stands at one instant into a new file, while appends go on. Everything acknowledged before the
   * call is in it. @throws EventStoreUnavailable when the file exists or cannot be written
   */
  backupTo(file: string): Promise<{ readonly head: bigint; readonly bytes: number }>;
  /** Reads the whole log: the file's own structure, revisions without holes, canonical JSON in every event. */
  checkIntegrity(): Promise<IntegrityReport>;
}

/** The log as this process hears it go on, where others append to it too. */
export interface Following {
  /**
   * Calls the listener with every event, this process's own and others', in the log's order, of all that is appended from
   * now on; some of what stood there before may come first. It must be quick and must not throw. Returns what ends it.
   */
  listen(listener: (event: StoredEvent) => void): () => void;
  /**
   * True when listeners have heard everything that stood in the log when this was asked; false when that takes long: ask
   * the log itself. Those who ask together are answered by one look at the log's end. @throws EventStoreUnavailable
   */
  heardAll(): Promise<boolean>;
}

/** How adapters may differ. Nobody asks which adapter it is. */
export interface Capabilities {
  /** Receipts are kept in the append's own transaction. */
  readonly receipts: boolean;
  /** Only this process appends: what it folded stays true until it appends itself. */
  readonly soleWriter: boolean;
  /** What others append, as it comes. Where `soleWriter` is false, if the adapter can. */
  readonly following?: Following;
  /** How a worker thread may read the log without this thread. */
  readonly workerReader?: WorkerReader;
  /** For how long the server that keeps the log has not answered, ms, and what it last said; undefined while it answers. Where it is another one. */
  readonly away?: () => { readonly forMs: number; readonly why: string } | undefined;
  /** How much room the disk of the server that keeps the log has, bytes, and whether that is enough to append; undefined when it does not say. */
  readonly room?: () => { readonly free: number; readonly total: number; readonly enough: boolean } | undefined;
  /** How the log's file is copied and checked, where the log is a file of ours. */
  readonly maintenance?: Maintainable;
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
  /**
   * Calls the listener with the position of the log's last event each time the log has grown, in this process and
   * without polling; each position is beyond the one before. A log that others append to may also be heard event by event.
   * It is called before the append resolves, must be quick and must not throw: it is a poke, the events are to be read.
   * Returns what ends it.
   */
  onAppended(listener: (position: bigint) => void): () => void;
}
