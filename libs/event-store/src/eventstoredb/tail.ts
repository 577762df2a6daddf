import type { Following, StoredEvent } from '../port.ts';
import type { LogOutOfOrder } from '../errors.ts';
import { Follower, type FollowerParts } from './follower.ts';
import { Recent, type Taken } from './recent.ts';

/** How long what stands in the log may take to be heard, ms, before whoever waits for it asks the log itself. */
const longest = 250;
/** What is kept for those who are a little behind. */
const kept = { events: 2_000, bytes: 16 << 20 };

interface Waiting {
  readonly position: bigint;
  readonly settle: (heard: boolean) => void;
}

export interface TailParts extends Omit<FollowerParts, 'most'> {
  /** The position of the log's last event, as it is now. */
  readonly head: () => Promise<bigint>;
  /** Where the log ended some time ago: nobody needs to hear what stood there before. */
  readonly from: () => bigint;
}

/** One subscription at the log's live end, for everybody in this process who wants to hear how it goes on. */
export class Tail implements Following {
  readonly #parts: TailParts;
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  readonly #waiting = new Set<Waiting>();
  #recent: Recent | undefined;
  /** What somebody waited for in vain: until it is heard nobody else waits. */
  #missed = 0n;
  #violation: LogOutOfOrder | undefined;
  #ended = false;

  constructor(parts: TailParts) {
    this.#parts = parts;
  }

  listen(listener: (event: StoredEvent) => void): () => void {
    this.begin();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async heardAll(): Promise<boolean> {
    const head = await this.#parts.head();
    if (!this.#recent || this.#ended) return false;
    if (this.#recent.through >= head) return true;
    if (this.#recent.through < this.#missed) return false;
    return this.#reaches(head, longest);
  }

  begin(): void {
    if (this.#recent) return;
    const from = this.#parts.from();
    this.#recent = new Recent(from, kept);
    void this.#hear(this.#recent, new Follower({ ...this.#parts, most: Infinity }, from));
  }

  /** What came after a position; undefined when this is not where the tail is. @throws LogOutOfOrder */
  after(position: bigint, limit: number): Taken | undefined {
    if (this.#violation) throw this.#violation;
    return this.#ended ? undefined : this.#recent?.after(position, limit);
  }

  /** Resolves when something has come after the position, or nothing comes any more. */
  async beyond(position: bigint, signal: AbortSignal): Promise<void> {
    if (this.#ended || signal.aborted || (this.#recent?.through ?? 0n) > position) return;
    await this.#reaches(position + 1n, undefined, signal);
  }

  #reaches(position: bigint, within?: number, signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (heard: boolean): void => {
        clearTimeout(late);
        signal?.removeEventListener('abort', ended);
        this.#waiting.delete(waiting);
        resolve(heard);
      };
      const ended = (): void => done(false);
      const waiting: Waiting = { position, settle: done };
      const late = within === undefined ? undefined : setTimeout(() => this.#miss(waiting), within).unref();
      signal?.addEventListener('abort', ended);
      this.#waiting.add(waiting);
    });
  }

  #miss({ position, settle }: Waiting): void {
    this.#missed = position;
    settle(false);
  }

  async #hear(recent: Recent, follower: Follower): Promise<void> {
    try {
      while (!this.#parts.signal.aborted) {
        const taken = follower.take(Infinity);
        recent.add(taken);
        for (const event of taken.events) for (const listener of this.#listeners) listener(event);
        for (const { position, settle } of [...this.#waiting]) if (position <= taken.through) settle(true);
        await follower.more();
      }
    } catch (violation) {
      this.#violation = violation as LogOutOfOrder;
    }
    this.#ended = true;
    for (const { settle } of [...this.#waiting]) settle(false);
  }
}
