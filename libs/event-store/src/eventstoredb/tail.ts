import type { Following, StoredEvent } from '../port.ts';
import { Follower, type FollowerParts } from './follower.ts';

/** How long what stands in the log may take to be heard, ms, before whoever waits for it asks the log itself. */
const longest = 250;

interface Waiting {
  readonly position: bigint;
  readonly settle: (heard: boolean) => void;
}

/** One subscription at the log's live end, for everybody in this process who wants to hear how it goes on. */
export class Tail implements Following {
  readonly #parts: Omit<FollowerParts, 'most'>;
  readonly #head: () => Promise<bigint>;
  /** Where the log ended some time ago: nobody needs to hear what stood there before. */
  readonly #from: () => bigint;
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  #waiting: Waiting[] = [];
  #follower: Follower | undefined;
  #through = 0n;
  /** What somebody waited for in vain: until it is heard nobody else waits. */
  #missed = 0n;
  #ended = false;
  #looking: Promise<boolean> = Promise.resolve(true);
  #next: Promise<boolean> | undefined;

  constructor(parts: Omit<FollowerParts, 'most'>, head: () => Promise<bigint>, from: () => bigint) {
    this.#parts = parts;
    this.#head = head;
    this.#from = from;
  }

  listen(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    if (!this.#follower) {
      this.#through = this.#from();
      this.#follower = new Follower({ ...this.#parts, most: Infinity }, this.#through);
      void this.#hear(this.#follower);
    }
    return () => this.#listeners.delete(listener);
  }

  heardAll(): Promise<boolean> {
    // A look that is under way may have begun before what the caller wants to have heard was written.
    this.#next ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return (this.#looking = this.#look());
      });
    return this.#next;
  }

  async #look(): Promise<boolean> {
    if (!this.#follower || this.#ended) return false;
    const head = await this.#head();
    if (this.#through >= head) return true;
    if (this.#through < this.#missed || this.#parts.signal.aborted) return false;
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#missed = head;
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        resolve(false);
      }, longest).unref();
      const waiting: Waiting = {
        position: head,
        settle: (heard) => {
          clearTimeout(late);
          resolve(heard);
        },
      };
      this.#waiting.push(waiting);
    });
  }

  async #hear(follower: Follower): Promise<void> {
    try {
      while (!this.#parts.signal.aborted) {
        const { events, through } = follower.take(Infinity);
        for (const event of events) for (const listener of this.#listeners) listener(event);
        this.#reached(through);
        await follower.more();
      }
    } catch {
      // The log does not keep its order. The projector, which hears of it too, says so; here nothing is believed any more.
    }
    this.#ended = true;
    for (const { settle } of this.#waiting.splice(0)) settle(false);
  }

  #reached(through: bigint): void {
    this.#through = through;
    if (this.#waiting.length === 0) return;
    const heard = this.#waiting.filter(({ position }) => position <= through);
    this.#waiting = this.#waiting.filter(({ position }) => position > through);
    for (const { settle } of heard) settle(true);
  }
}
