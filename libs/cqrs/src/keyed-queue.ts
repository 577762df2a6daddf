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
    const queue = this.#tails.get(key) ?? { waiting: 0, last: Promise.resolve() };
    if (queue.waiting >= this.#limit) throw new StreamBusy();
    this.#tails.set(key, queue);
    queue.waiting++;
    const mine = queue.last.then(work, work);
    queue.last = mine;
    try {
      return await mine;
    } finally {
      if (--queue.waiting === 0) this.#tails.delete(key);
    }
  }
}
