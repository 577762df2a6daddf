import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#kernel';
import { checkAppend } from '../append-rules.ts';
import type { AppendedSignal } from '../appended-signal.ts';
import { EventStoreUnavailable, InvalidAppend } from '../errors.ts';
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
import type { Appender } from './appender.ts';
import type { FollowerParts } from './follower.ts';
import type { Settled } from './options.ts';
import type { Reading } from './reading.ts';
import type { ServerDisk } from './server-disk.ts';
import { Source } from './source.ts';
import { overheadOf } from './stored-form.ts';
import type { Tail } from './tail.ts';

const betweenBeginnings = 200;

/** What the store is made of; put together in `open.ts`. */
export interface EventStoreDbParts {
  readonly appender: Appender;
  readonly reading: Reading;
  /** The position of the log's last event; those who ask together share an answer. */
  readonly head: () => Promise<bigint>;
  readonly appended: AppendedSignal;
  /** Only goes forward, for how long to wait. */
  readonly clock: Clock;
  readonly options: Settled;
  readonly tail: Tail;
  readonly disk: ServerDisk;
  readonly following: Pick<FollowerParts, 'wire' | 'messages' | 'reach' | 'appended'>;
  readonly closing: AbortController;
  readonly closed: () => Promise<void>;
}

/** The log on an EventStoreDB server or cluster, shared with other nodes of Saksi. */
export class EventStoreDbEventStore implements EventStore {
  readonly capabilities: Capabilities;
  readonly #parts: EventStoreDbParts;

  constructor(parts: EventStoreDbParts) {
    this.#parts = parts;
    const { following, tail, disk, clock } = parts;
    this.capabilities = {
      receipts: false,
      soleWriter: false,
      following: tail,
      room: () => disk.room,
      away: () => {
        const { away } = following.reach;
        return away && { forMs: clock.now() - away.since, why: away.why };
      },
    };
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, { receipt, within = Infinity }: AppendOptions = {}): Promise<Appended> {
    const { options, clock, appender } = this.#parts;
    const { maxAppendBytes, maxAppendEvents, patience } = options;
    const content = checkAppend(stream, events, expected, receipt, { maxAppendBytes, maxAppendEvents });
    const bytes = events.reduce((sum, event) => sum + overheadOf(event), content);
    if (bytes > maxAppendBytes) throw new InvalidAppend(`An append to ${stream} has ${bytes} bytes on EventStoreDB; the limit is ${maxAppendBytes}.`);
    this.#assertOpen();
    return appender.append(stream, events, expected, bytes, clock.now() + Math.min(within, patience));
  }

  async *readStream(stream: string, { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {}): AsyncGenerator<readonly StoredEvent[]> {
    const backwards = direction === 'backwards';
    yield* this.#pages(
      limit,
      from,
      (after: number | undefined, count) => this.#parts.reading.stream(stream, after, backwards, count),
      ({ revision }) => (backwards ? revision - 1 : revision + 1),
    );
  }

  async *readAll({ from, direction = 'forwards', limit = Infinity, types }: ReadAllOptions = {}): AsyncGenerator<readonly StoredEvent[]> {
    const backwards = direction === 'backwards';
    const read = (after: bigint | undefined, count: number): Promise<readonly StoredEvent[]> => this.#parts.reading.log(after, backwards, count);
    if (!types) {
      yield* this.#pages(limit, from, read, ({ position }) => position);
      return;
    }
    const wanted = new Set(types);
    let left = limit;
    for await (const page of this.#pages(wanted.size === 0 ? 0 : Infinity, from, read, ({ position }) => position)) {
      const events = page.filter(({ type }) => wanted.has(type)).slice(0, left);
      left -= events.length;
      if (events.length > 0) yield events;
      if (left <= 0) return;
    }
  }

  /** Reads one page ahead of the consumer, so that reading and consuming overlap. */
  async *#pages<Place extends number | bigint>(
    limit: number,
    from: Place | undefined,
    read: (from: Place | undefined, count: number) => Promise<readonly StoredEvent[]>,
    after: (last: StoredEvent) => Place,
  ): AsyncGenerator<readonly StoredEvent[]> {
    this.#assertOpen();
    const { batchEvents } = this.#parts.options;
    let left = limit;
    const page = (place: Place | undefined): Promise<readonly StoredEvent[]> => {
      const coming = read(place, Math.min(left, batchEvents));
      // When the consumer stops early nobody asks for this one any more.
      coming.catch(() => undefined);
      return coming;
    };
    if (left <= 0) return;
    for (let coming = page(from); ;) {
      const asked = Math.min(left, batchEvents);
      const events = await coming;
      this.#assertOpen();
      left -= events.length;
      const last = events.at(-1);
      const next = last && after(last);
      const more = next !== undefined && events.length >= asked && left > 0 && next >= 0;
      if (more) coming = page(next);
      if (events.length > 0) yield events;
      if (!more) return;
    }
  }

  async *subscribe({ from = 0n, types, lull = 0, signal }: SubscribeOptions): AsyncGenerator<Batch> {
    const cancelled = (): boolean => signal.aborted;
    if (cancelled()) return;
    this.#assertOpen();
    const { appended, closing, following, options, tail } = this.#parts;
    const ending = new AbortController();
    const over = AbortSignal.any([signal, closing.signal, ending.signal]);
    const wanted = types && new Set(types);
    const began = await this.#begin(from, over);
    if (!began) {
      ending.abort();
      if (!cancelled()) this.#assertOpen();
      return;
    }
    const watching = { look: () => this.head(), watchEvery: options.watchEvery };
    const source = new Source({ ...following, ...watching, most: 2 * options.batchEvents, signal: over }, tail, from);
    try {
      let [through, live] = [from, false];
      while (!over.aborted) {
        const taken = source.take(options.batchEvents);
        const caughtUp = taken.through >= appended.head;
        const events = wanted ? taken.events.filter(({ type }) => wanted.has(type)) : taken.events;
        const news = events.length > 0 || taken.through > through || (caughtUp && !live);
        [through, live] = [taken.through, caughtUp];
        if (news) yield { events, caughtUp, through };
        if (caughtUp && lull > 0) await pause(lull, undefined, { signal: over, ref: false }).catch(() => undefined);
        await source.more();
      }
    } finally {
      ending.abort();
    }
    if (!cancelled()) this.#assertOpen();
  }

  /** Where the log stands when a subscription begins, however long the server takes to say it. @throws UnknownPosition */
  async #begin(from: bigint, over: AbortSignal): Promise<boolean> {
    while (!over.aborted) {
      try {
        if (from > 0n) await this.#parts.reading.assertKnown(from);
        await this.head();
        return true;
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable)) throw error;
        await pause(betweenBeginnings, undefined, { signal: over, ref: false }).catch(() => undefined);
      }
    }
    return false;
  }

  async head(): Promise<bigint> {
    this.#assertOpen();
    const head = await this.#parts.head();
    this.#assertOpen();
    return head;
  }

  async receipt(): Promise<KeptReceipt | undefined> {
    this.#assertOpen();
    return undefined;
  }

  onAppended(listener: (position: bigint) => void): () => void {
    return this.#parts.appended.listen(listener);
  }

  async close(): Promise<void> {
    if (this.#parts.closing.signal.aborted) return;
    this.#parts.closing.abort();
    await this.#parts.closed();
  }

  #assertOpen(): void {
    if (this.#parts.closing.signal.aborted) throw new EventStoreUnavailable('The event store is closed.');
  }
}
