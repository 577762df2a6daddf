import { setTimeout as pause } from 'node:timers/promises';
import type { EventReader } from '#event-store';

export interface LogRoundOptions {
  readonly store: Pick<EventReader, 'head' | 'readAll'>;
  readonly signal: AbortSignal;
  /** Between two batches, ms: commands come first. Default 5. */
  readonly rest?: number;
}

/** What a commitment looks like wherever it stands, also in the text of an entry that was kept apart. */
const commitment = /[0-9a-f]{64}/g;

/**
 * Finds commitments in the log. It reads round: from where the last ones were found, on to the end, then from the
 * beginning; it stops when all are found. What is asked about in the order in which it was kept is found a little further
 * on each time; only for what is nowhere is all of the log read.
 */
export class LogRound {
  readonly #options: Required<LogRoundOptions>;
  #from = 0n;

  constructor(options: LogRoundOptions) {
    this.#options = { rest: 5, ...options };
  }

  /** @throws EventStoreUnavailable, and when the log is not what it was or the signal aborts: nothing is proven then */
  async find(commitments: readonly string[]): Promise<ReadonlySet<string>> {
    const head = await this.#options.store.head();
    const start = this.#from > head ? 0n : this.#from;
    const sought = new Set(commitments);
    const found = new Set<string>();
    const firstAt = [await this.#look(sought, found, start, head), await this.#look(sought, found, 0n, start)].find((at) => at !== undefined);
    this.#from = firstAt ?? start;
    return found;
  }

  /** Reads what lies after `from`, up to `through`; resolves to where the batch with the first that was found begins. */
  async #look(sought: ReadonlySet<string>, found: Set<string>, from: bigint, through: bigint): Promise<bigint | undefined> {
    const { store, signal, rest } = this.#options;
    let [at, firstAt]: [bigint, bigint | undefined] = [from, undefined];
    if (at >= through || found.size === sought.size) return undefined;
    for await (const batch of store.readAll({ from })) {
      const before = at;
      for (const { position, data } of batch) {
        at = position;
        for (const [each] of Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1').matchAll(commitment)) {
          if (!sought.has(each)) continue;
          found.add(each);
          firstAt ??= before;
        }
      }
      if (at >= through || found.size === sought.size) return firstAt;
      await pause(rest, undefined, { signal });
    }
    throw new Error(`The log ended at ${at}, and ${through} was its end a moment ago.`);
  }
}
