import { LogOutOfOrder, type Batch, type EventReader, type StoredEvent, type StoredText } from '#event-store';
import type { FeedReply } from '../projector/messages.ts';

type FedLook = Extract<FeedReply, { events: unknown }>;

/** The files of one node stand at one place of the log, or at two while one is rebuilt; more are not kept open. */
const mostCursors = 4;

/**
 * Subscriptions from which the projector's looks are answered, each kept open where the last look ended: so the log is
 * read at the rate of a subscription, with what comes next already under way.
 */
export class LogCursors {
  readonly #store: EventReader;
  readonly #onNews: () => void;
  readonly #open: Cursor[] = [];
  #violation: LogOutOfOrder | undefined;

  /** `onNews`: something has come, or reading has failed, since the last look was answered. */
  constructor(store: EventReader, onNews: () => void) {
    this.#store = store;
    this.#onNews = onNews;
  }

  /** What stands after a position, at most `limit` events; at the log's end nothing. @throws LogOutOfOrder, from then on always */
  async look({ from, limit }: { readonly from: bigint; readonly limit: number }): Promise<FedLook> {
    if (this.#violation) throw this.#violation;
    const cursor = this.#at(from);
    try {
      return await cursor.look(limit);
    } catch (error) {
      this.#forget(cursor);
      if (error instanceof LogOutOfOrder) this.#violation = error;
      throw error;
    }
  }

  close(): void {
    for (const cursor of this.#open.splice(0)) cursor.close();
  }

  #at(position: bigint): Cursor {
    const found = this.#open.find((cursor) => cursor.position === position);
    if (found) return found;
    const cursor = new Cursor(this.#store, position, this.#onNews);
    this.#open.push(cursor);
    if (this.#open.length > mostCursors) this.#open.shift()?.close();
    return cursor;
  }

  #forget(cursor: Cursor): void {
    cursor.close();
    const at = this.#open.indexOf(cursor);
    if (at >= 0) this.#open.splice(at, 1);
  }
}

class Cursor {
  readonly #store: EventReader;
  readonly #onNews: () => void;
  readonly #ending = new AbortController();
  readonly #batches: AsyncIterator<Batch>;
  #coming: Promise<IteratorResult<Batch>> | undefined;
  #arrived: IteratorResult<Batch> | undefined;
  /** Events of the last batch that were not asked for yet, and how far that batch goes. */
  #left: { readonly events: readonly StoredEvent[]; readonly through: bigint } | undefined;
  #caughtUp = false;
  /** Nobody is asking: what comes is news. */
  #answered = false;
  #head = 0n;
  position: bigint;

  constructor(store: EventReader, position: bigint, onNews: () => void) {
    this.#store = store;
    this.#onNews = onNews;
    this.position = position;
    this.#batches = store.subscribe({ from: position, signal: this.#ending.signal })[Symbol.asyncIterator]();
  }

  async look(limit: number): Promise<FedLook> {
    this.#answered = false;
    const batch = this.#left ?? (await this.#next());
    this.#answered = true;
    this.#left = undefined;
    if (!batch) return { events: [], through: this.position, head: this.position };
    const events = batch.events.slice(0, limit);
    if (events.length < batch.events.length) this.#left = { events: batch.events.slice(limit), through: batch.through };
    this.position = this.#left ? (events.at(-1)?.position ?? this.position) : batch.through;
    return { events: events.map(asText), through: this.position, head: await this.#end() };
  }

  close(): void {
    this.#ending.abort();
  }

  /** The next batch; undefined when the log has ended for now. */
  async #next(): Promise<Batch | undefined> {
    this.#coming ??= this.#await();
    if (this.#caughtUp && !this.#arrived) {
      // Live, the next batch may take for ever to come: what has come by now is all there is.
      await new Promise((resolve) => setImmediate(resolve));
      if (!this.#hasArrived()) return undefined;
    }
    const result = await this.#coming;
    [this.#coming, this.#arrived] = [undefined, undefined];
    if (result.done === true) throw new Error('The log is not read any further.');
    const { value } = result;
    this.#caughtUp = value.caughtUp;
    this.#coming = this.#await();
    this.#coming.catch(() => undefined);
    return value;
  }

  async #await(): Promise<IteratorResult<Batch>> {
    try {
      return (this.#arrived = await this.#batches.next());
    } finally {
      if (this.#answered) this.#onNews();
    }
  }

  /** Asked by a function: the compiler does not see that batches come in between. */
  #hasArrived(): boolean {
    return this.#arrived !== undefined;
  }

  /** Where the log ends: asked again only when what was known is passed. */
  async #end(): Promise<bigint> {
    if (this.#caughtUp && !this.#left) this.#head = this.position;
    else if (this.#head <= this.position) this.#head = await this.#store.head();
    return this.#head > this.position || (this.#caughtUp && !this.#left) ? this.#head : this.position + 1n;
  }
}

/** Text crosses to another thread for a third of what bytes cost, which bring along whatever buffer they are a part of. */
const asText = ({ data, metadata, ...event }: StoredEvent): StoredText => ({ ...event, data: textOf(data), metadata: textOf(metadata) });

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
