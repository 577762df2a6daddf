import { AppendedSignal } from '../appended-signal.ts';
import { checkAppend, judge, refusal, type AppendLimits } from '../append-rules.ts';
import { EventStoreUnavailable } from '../errors.ts';
import { subscription } from '../subscription.ts';
import { emptyMemoryLog, type MemoryLog } from './memory-log.ts';
import type {
  Appended,
  AppendOptions,
  EventStore,
  ExpectedRevision,
  KeptReceipt,
  NewEvent,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
} from '../port.ts';

export interface MemoryEventStoreOptions extends Partial<AppendLimits> {
  /** What is already recorded; default: nothing. */
  readonly log?: MemoryLog;
  /** Most events in one batch of a read; default 500. */
  readonly batchEvents?: number;
}

/** An event store without a file, for tests: the same contract, and gone with the process. */
export const openMemoryEventStore = ({
  log = emptyMemoryLog(),
  batchEvents = 500,
  maxAppendBytes = 16 << 20,
  maxAppendEvents = 10_000,
}: MemoryEventStoreOptions = {}): EventStore => new MemoryEventStore(log, batchEvents, { maxAppendBytes, maxAppendEvents });

class MemoryEventStore implements EventStore {
  readonly capabilities = { receipts: true, soleWriter: true };
  readonly #log: MemoryLog;
  readonly #batchEvents: number;
  readonly #limits: AppendLimits;
  readonly #appended: AppendedSignal;
  readonly #closing = new AbortController();

  constructor(log: MemoryLog, batchEvents: number, limits: AppendLimits) {
    this.#log = log;
    this.#batchEvents = batchEvents;
    this.#limits = limits;
    this.#appended = new AppendedSignal(BigInt(log.events.length));
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, { receipt }: AppendOptions = {}): Promise<Appended> {
    checkAppend(stream, events, expected, receipt, this.#limits);
    this.#assertOpen();
    const stood = this.#log.streams.get(stream) ?? [];
    const verdict = judge(events, expected, {
      actual: stood.length - 1,
      commandKnown: () => receipt !== undefined && this.#log.receipts.has(receipt.command),
      at: (revision) => {
        const event = stood[revision];
        return event && { ...event, position: Number(event.position) };
      },
    });
    if (verdict.kind === 'conflict' || verdict.kind === 'duplicate') throw refusal(stream, expected, verdict);
    if (verdict.kind === 'new') this.#write(stream, events, verdict.firstRevision);
    const lastRevision = verdict.firstRevision + events.length - 1;
    const position = verdict.kind === 'new' ? BigInt(this.#log.events.length) : BigInt(verdict.lastPosition);
    const appended = { firstRevision: verdict.firstRevision, lastRevision, position };
    if (receipt && !this.#log.receipts.has(receipt.command))
      this.#log.receipts.set(receipt.command, { ...receipt, digest: receipt.digest.slice(), stream, ...appended });
    this.#appended.tell(position);
    return { ...appended, repeated: verdict.kind === 'repeated' };
  }

  #write(stream: string, events: readonly NewEvent[], firstRevision: number): void {
    const stood = this.#log.streams.get(stream) ?? [];
    this.#log.streams.set(stream, stood);
    for (const [index, { id, type, data, metadata }] of events.entries()) {
      const position = BigInt(this.#log.events.length + 1);
      const event = { id, type, stream, revision: firstRevision + index, position, data: data.slice(), metadata: metadata.slice() };
      stood.push(event);
      this.#log.events.push(event);
    }
  }

  async *readStream(stream: string, { from, direction = 'forwards', limit }: ReadStreamOptions = {}): AsyncGenerator<readonly StoredEvent[]> {
    this.#assertOpen();
    const stood = this.#log.streams.get(stream) ?? [];
    const events = direction === 'forwards' ? stood.slice(from ?? 0) : stood.slice(0, from === undefined ? undefined : from + 1).reverse();
    yield* this.#batches(events, limit);
  }

  async *readAll({ from, direction = 'forwards', limit, types }: ReadAllOptions = {}): AsyncGenerator<readonly StoredEvent[]> {
    this.#assertOpen();
    const wanted = types && new Set(types);
    const all =
      direction === 'forwards'
        ? this.#log.events.slice(Number(from ?? 0n))
        : this.#log.events.slice(0, from === undefined ? undefined : Math.max(0, Number(from) - 1)).reverse();
    yield* this.#batches(wanted ? all.filter(({ type }) => wanted.has(type)) : all, limit);
  }

  async *#batches(events: readonly StoredEvent[], limit = Infinity): AsyncGenerator<readonly StoredEvent[]> {
    const end = Math.min(limit, events.length);
    for (let start = 0; start < end; start += this.#batchEvents) {
      this.#assertOpen();
      yield events.slice(start, Math.min(end, start + this.#batchEvents)).map(copied);
    }
  }

  async *subscribe({ types, signal, ...options }: SubscribeOptions): ReturnType<typeof subscription> {
    this.#assertOpen();
    const wanted = types && new Set(types);
    const read = async (after: bigint): Promise<{ events: StoredEvent[]; through: bigint; head: bigint }> => {
      this.#assertOpen();
      const seen = this.#log.events.slice(Number(after), Number(after) + this.#batchEvents);
      const events = (wanted ? seen.filter(({ type }) => wanted.has(type)) : seen).map(copied);
      return { events, through: seen.at(-1)?.position ?? after, head: BigInt(this.#log.events.length) };
    };
    yield* subscription(read, this.#appended, { ...options, signal: AbortSignal.any([signal, this.#closing.signal]) });
    if (!signal.aborted) this.#assertOpen();
  }

  async head(): Promise<bigint> {
    this.#assertOpen();
    return this.#appended.head;
  }

  async receipt(command: string): Promise<KeptReceipt | undefined> {
    this.#assertOpen();
    return this.#log.receipts.get(command);
  }

  onAppended(listener: (position: bigint) => void): () => void {
    return this.#appended.listen(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  #assertOpen(): void {
    if (this.#closing.signal.aborted) throw new EventStoreUnavailable('The event store is closed.');
  }
}

const copied = (event: StoredEvent): StoredEvent => ({ ...event, data: event.data.slice(), metadata: event.metadata.slice() });
