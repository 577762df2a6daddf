import { checkAppend, type AppendLimits } from '../append-rules.ts';
import { EventStoreUnavailable } from '../errors.ts';
import { subscription, type Look } from '../subscription.ts';
import { columns, type ReadRequest } from './messages.ts';
import type { LogCheckpoints } from './log-checkpoints.ts';
import { unpackEvents } from './packing.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';
import type {
  Appended,
  AppendOptions,
  Batch,
  Capabilities,
  EventStore,
  ExpectedRevision,
  KeptReceipt,
  NewEvent,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
} from '../port.ts';

/** What the store is made of; put together in `open.ts`. */
export interface SqliteParts {
  readonly writer: Writer;
  readonly reader: Reader;
  readonly limits: AppendLimits;
  readonly capabilities: Capabilities;
  readonly checkpoints: LogCheckpoints;
  readonly closed: () => Promise<void>;
}

/** The embedded store: one writing thread, reading threads, one file. */
export class SqliteEventStore implements EventStore {
  readonly capabilities: Capabilities;
  readonly #parts: SqliteParts;
  readonly #closing = new AbortController();

  constructor(parts: SqliteParts) {
    this.capabilities = parts.capabilities;
    this.#parts = parts;
    parts.writer.appended.listen(() => parts.checkpoints.appended());
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, options: AppendOptions = {}): Promise<Appended> {
    const bytes = checkAppend(stream, events, expected, options.receipt, this.#parts.limits);
    return this.#parts.writer.append(stream, events, expected, options, bytes);
  }

  async *readStream(stream: string, { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {}): AsyncGenerator<readonly StoredEvent[]> {
    const step = direction === 'forwards' ? 1 : -1;
    yield* this.#batches({ kind: 'stream', stream, from, backwards: step < 0, limit }, (through) => through + step);
  }

  async *readAll({ from, direction = 'forwards', limit = Infinity, types }: ReadAllOptions = {}): AsyncGenerator<readonly StoredEvent[]> {
    const request = { kind: 'all', from: from === undefined ? undefined : Number(from), backwards: direction === 'backwards', limit, types } as const;
    yield* this.#batches(request, (through) => through);
  }

  /** Reads one batch ahead of the consumer, so that reading and consuming overlap. */
  async *#batches(request: Extract<ReadRequest, { kind: 'stream' | 'all' }>, next: (through: number) => number): AsyncGenerator<readonly StoredEvent[]> {
    if (request.limit <= 0) return;
    const read = (from: number | undefined, limit: number): ReturnType<Reader['batch']> => {
      const batch = this.#parts.reader.batch({ ...request, from, limit });
      // When the consumer stops early nobody asks for this one any more.
      batch.catch(() => undefined);
      return batch;
    };
    let left = request.limit;
    for (let coming = read(request.from, left); ;) {
      const batch = await coming;
      left -= batch.table.length / columns;
      const more = !batch.done && left > 0;
      if (more) coming = read(next(batch.through), left);
      const events = unpackEvents(batch);
      if (events.length > 0) yield events;
      if (!more) return;
    }
  }

  async *subscribe({ types, signal, ...options }: SubscribeOptions): AsyncGenerator<Batch> {
    const read = async (after: bigint): Promise<Look> => {
      const batch = await this.#parts.reader.batch({ kind: 'all', from: Number(after), backwards: false, limit: Infinity, types });
      return { events: unpackEvents(batch), through: BigInt(batch.through), head: BigInt(batch.head) };
    };
    yield* subscription(read, this.#parts.writer.appended, { ...options, signal: AbortSignal.any([signal, this.#closing.signal]) });
    if (!signal.aborted) throw new EventStoreUnavailable('The event store is closed.');
  }

  async head(): Promise<bigint> {
    if (this.#closing.signal.aborted) throw new EventStoreUnavailable('The event store is closed.');
    return this.#parts.writer.appended.head;
  }

  async receipt(command: string): Promise<KeptReceipt | undefined> {
    const kept = await this.#parts.reader.receipt(command);
    return kept && { ...kept, command, position: BigInt(kept.position) };
  }

  onAppended(listener: (position: bigint) => void): () => void {
    return this.#parts.writer.appended.listen(listener);
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    // The writer last: whoever closes the file last folds the WAL into it.
    await Promise.all([this.#parts.reader.close(), this.#parts.checkpoints.close()]);
    await this.#parts.writer.close();
    await this.#parts.closed();
  }
}
