import { StreamBusy } from './errors.ts';

/** Runs what has the same key one after another, in order of arrival; at most `limit` wait for one key. */
export class KeyedQueue {
  readonly #tails = new Map<string, { waiting: number; last: Promise<unknown> }>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws StreamBusy, before anything ran */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key);
    if (before && before.waiting >= this.#limit) throw new StreamBusy();
    const mine = before ? before.last.then(work, work) : work();
    const queue = before ?? { waiting: 0, last: mine };
    queue.waiting++;
    queue.last = mine;
    if (!before) this.#tails.set(key, queue);
    try {
      return await mine;
    } finally {
      if (--queue.waiting === 0) this.#tails.delete(key);
    }
  }
}
