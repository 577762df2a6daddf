import { setImmediate as turn } from 'node:timers/promises';
import { emptyMemoryLog, openMemoryEventStore } from '#event-store';
import type { Batch, EventStore, MemoryLog, NewEvent, StoredEvent } from '#event-store';

export type ServerExpectation = number | 'none' | 'any' | 'exists';

export type ServerAnswer =
  | { readonly kind: 'success'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong-revision'; readonly current: number }
  | { readonly kind: 'too-large' };

/** Positions on the server are places in a file: they grow by more than one, and most numbers are no place. */
const step = 128n;
const largest = 1_048_576;

/**
 * The log of EventStoreDB's double, over the memory store, with the server's own rules where they differ from the
 * port's: ids are compared and bytes are not, an empty append succeeds, ANY forgets at a restart.
 */
export class ServerLog {
  readonly #log: MemoryLog = emptyMemoryLog();
  readonly #store: EventStore = openMemoryEventStore({ log: this.#log });
  /** How many records were taken up to answer reads of the whole log, and subscriptions. */
  looked = 0;
  readonly #recentIds = new Map<string, { revision: number; position: bigint }>();

  /** What a restart forgets: which ids were written lately without an expected revision. */
  restarted(): void {
    this.#recentIds.clear();
  }

  get end(): bigint {
    return BigInt(this.#log.events.length) * step;
  }

  /** How many events a stream has; 0: it does not exist. */
  lengthOf(stream: string): number {
    return this.#log.streams.get(stream)?.length ?? 0;
  }

  /** The events of a stream from a revision on, one after the other. */
  *streamEvents(stream: string, from: number, backwards: boolean): Generator<StoredEvent> {
    const events = this.#log.streams.get(stream) ?? [];
    for (let at = Math.min(from, events.length - (backwards ? 1 : 0)); ; at += backwards ? -1 : 1) {
      const event = events[at];
      if (!event) return;
      yield placed(event);
    }
  }

  /** Events from a position on (backwards: before it), one after the other. */
  *events(from: bigint | undefined, backwards: boolean): Generator<StoredEvent> {
    const { events } = this.#log;
    const first = from === undefined ? (backwards ? events.length - 1 : 0) : Number(from / step) - (backwards ? 2 : 1);
    for (let at = backwards ? first : Math.max(first, 0); ; at += backwards ? -1 : 1) {
      const event = events[at];
      if (!event) return;
      this.looked += 1;
      yield placed(event);
    }
  }

  /** Whether a record begins at this position. */
  isPlace(position: bigint): boolean {
    return position % step === 0n && position <= this.end;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ServerExpectation): Promise<ServerAnswer> {
    const current = (this.#log.streams.get(stream)?.length ?? 0) - 1;
    if (events.length === 0) return { kind: 'success', revision: 0, position: this.end };
    if (events.reduce((sum, { type, data, metadata }) => sum + 2 * type.length + data.byteLength + metadata.byteLength, 0) > largest)
      return { kind: 'too-large' };
    if (expected === 'any' || expected === 'exists') {
      const before = this.#recentIds.get(`${stream} ${events[0]?.id ?? ''}`);
      if (before) return { kind: 'success', ...before };
      if (expected === 'exists' && current === -1) return { kind: 'wrong-revision', current };
      return this.#write(stream, events, current);
    }
    const revision = expected === 'none' ? -1 : expected;
    const stood = this.#log.streams.get(stream)?.slice(revision + 1, revision + 1 + events.length) ?? [];
    const last = stood.at(-1);
    if (last && stood.length === events.length && stood.every(({ id }, index) => id === events[index]?.id)) {
      return { kind: 'success', revision: last.revision, position: last.position * step };
    }
    return revision === current ? this.#write(stream, events, current) : { kind: 'wrong-revision', current };
  }

  async #write(stream: string, events: readonly NewEvent[], current: number): Promise<ServerAnswer> {
    const { lastRevision, position } = await this.#store.append(stream, events, current === -1 ? 'none' : current);
    const written = { revision: lastRevision, position: position * step };
    for (const { id } of events) this.#recentIds.set(`${stream} ${id}`, written);
    return { kind: 'success', ...written };
  }

  /** Batches after a position, as a subscription gets them. A position beyond the end is waited for, silently. */
  async *follow(from: bigint, signal: AbortSignal): AsyncGenerator<Batch> {
    for await (const { events, caughtUp, through } of this.#store.subscribe({ from: from / step, signal })) {
      this.looked += events.length;
      yield { events: events.map(placed), caughtUp, through: through * step };
      await turn();
    }
  }
}

const placed = (event: StoredEvent): StoredEvent => ({ ...event, position: event.position * step });
