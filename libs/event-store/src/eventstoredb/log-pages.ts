import type { StoredEvent } from '../port.ts';
import type { Messages } from './messages.ts';
import { Silent } from './unless-silent.ts';
import type { ReadResp, Wire } from './wire.ts';

interface LogPageParts {
  readonly wire: Pick<Wire, 'read' | 'subscribe'>;
  readonly messages: Messages;
}

/**
 * Some events of own streams, looked for among others' records, of which there may be so many that the server finds none
 * for a long time. An attempt that fails can be followed by another, which goes on from where that one was (docs/adr/0048).
 */
export interface LogPage {
  /** Where it began, as it was asked for. */
  readonly from: bigint;
  /** What was found so far, by attempts that failed too. */
  readonly events: readonly StoredEvent[];
  /** How far attempts have come; another number after one means that it came further. */
  readonly through: bigint;
  /** Resolves when the page is full, or the log has no more. @throws Silent when the server says nothing for so many ms, and what its client throws */
  attempt(silence: number): Promise<void>;
}

/** Pages of one store's log. */
export class LogPages {
  readonly #parts: LogPageParts;
  readonly #backwards: Backwards = { most: backwards.first };

  constructor(parts: LogPageParts) {
    this.#parts = parts;
  }

  /** The first events of own streams after a position. */
  after(position: bigint, most: number): LogPage {
    return new PageAfter(this.#parts, position, most);
  }

  /** The last events of own streams before a position, the last one first; undefined: before the log's end. */
  before(position: bigint | undefined, most: number): LogPage {
    return new PageBefore(this.#parts, this.#backwards, position, most);
  }
}

/** A read that was silent for so long, ms, may be passing over others' records: one that says how far it is takes its place. */
const atOnce = 300;
/**
 * A search backwards cannot say how far it is, and may be lost though the server answers everybody else. It ends after the
 * first of these times, the next one after twice as long, up to the second, ms: lost, it costs little, and one that has
 * much to pass over comes to its end.
 */
const backwards = { first: 2_000, longest: 600_000 };

class PageAfter implements LogPage {
  readonly from: bigint;
  readonly events: StoredEvent[] = [];
  readonly #parts: LogPageParts;
  readonly #most: number;
  #through: bigint;
  #searching = false;

  constructor(parts: LogPageParts, from: bigint, most: number) {
    this.#parts = parts;
    this.from = from;
    this.#through = from;
    this.#most = most;
  }

  get through(): bigint {
    return this.#through;
  }

  async attempt(silence: number): Promise<void> {
    if (!this.#searching) {
      try {
        return await this.#read(Math.min(silence, atOnce));
      } catch (error) {
        if (!(error instanceof Silent)) throw error;
        this.#searching = true;
      }
    }
    if (!this.#full) await this.#search(silence);
  }

  get #full(): boolean {
    return this.events.length >= this.#most;
  }

  /** The server begins with the record at the position itself, and says nothing until it has found an event. */
  #read(ms: number): Promise<void> {
    const { wire, messages } = this.#parts;
    const [from, left] = [this.#through, this.#most - this.events.length];
    const request = from === 0n ? messages.readLog(undefined, false, left) : messages.readLog(from, false, left + 1);
    return wire.read(request, { ms }, (answer) => this.#take(answer));
  }

  /** A subscription begins after the position, and says every 512 records how far it is. */
  #search(ms: number): Promise<void> {
    const { wire, messages } = this.#parts;
    return wire.subscribe(messages.subscribe(this.#through), { ms }, (answer) => {
      this.#take(answer);
      const checkpoint = answer.getCheckpoint();
      if (checkpoint) this.#passed(BigInt(checkpoint.getCommitPosition()));
      return this.#full || answer.hasCaughtUp();
    });
  }

  #take(answer: ReadResp): void {
    const event = this.#parts.messages.eventIn(answer);
    if (!event || event.position <= this.#through || this.#full) return;
    this.events.push(event);
    this.#through = event.position;
  }

  #passed(position: bigint): void {
    if (position > this.#through && !this.#full) this.#through = position;
  }
}

/** How long the next search backwards may take, ms. */
interface Backwards {
  most: number;
}

class PageBefore implements LogPage {
  readonly from: bigint;
  readonly events: StoredEvent[] = [];
  readonly #parts: LogPageParts;
  readonly #backwards: Backwards;
  readonly #most: number;
  #before: bigint | undefined;

  constructor(parts: LogPageParts, backwards: Backwards, before: bigint | undefined, most: number) {
    this.#parts = parts;
    this.#backwards = backwards;
    this.from = before ?? 0n;
    this.#before = before;
    this.#most = most;
  }

  get through(): bigint {
    return BigInt(this.events.length);
  }

  /** The server has no subscription backwards: a silent one goes on for as long as the server answers another question. */
  async attempt(ms: number): Promise<void> {
    const { wire, messages } = this.#parts;
    const left = this.#most - this.events.length;
    const there = (): Promise<unknown> => wire.read(messages.readEnd(), { ms }, () => undefined);
    if (left === 0 || this.#before === 0n) return;
    const { most } = this.#backwards;
    try {
      await wire.read(messages.readLog(this.#before, true, left), { ms, there, most }, (answer) => this.#take(answer));
      this.#backwards.most = backwards.first;
    } catch (error) {
      if (error instanceof Silent) this.#backwards.most = Math.min(2 * most, backwards.longest);
      throw error;
    }
  }

  #take(answer: ReadResp): void {
    const event = this.#parts.messages.eventIn(answer);
    if (!event) return;
    this.events.push(event);
    this.#before = event.position;
  }
}
