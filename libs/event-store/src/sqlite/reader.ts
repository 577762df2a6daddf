import { EventStoreUnavailable } from '../errors.ts';
import type { PackedBatch, PackedReceipt, ReadAnswer, ReadRequest } from './messages.ts';
import type { ReaderOptions } from './options.ts';
import { ReaderThread } from './reader-thread.ts';
import type { StartThread } from './thread.ts';

const attempts = 3;

/** Reads of the main thread, shared among the reading threads. */
export class Reader {
  readonly #threads: readonly ReaderThread[];
  readonly #maxQueuedReads: number;
  #closed = false;

  constructor(start: StartThread, options: ReaderOptions, readers: number, maxQueuedReads: number) {
    this.#threads = Array.from({ length: readers }, () => new ReaderThread(start, options));
    this.#maxQueuedReads = maxQueuedReads;
  }

  /** One batch. @throws EventStoreUnavailable */
  async batch(request: Extract<ReadRequest, { kind: 'stream' | 'all' }>): Promise<PackedBatch> {
    const answer = await this.#ask(request, attempts);
    if (answer.kind !== 'batch') throw new EventStoreUnavailable(answer.kind === 'failed' ? answer.why : 'The reading thread answered something else.');
    return answer.batch;
  }

  /** @throws EventStoreUnavailable */
  async receipt(command: string): Promise<PackedReceipt | undefined> {
    const answer = await this.#ask({ kind: 'receipt', command }, attempts);
    if (answer.kind !== 'receipt') throw new EventStoreUnavailable(answer.kind === 'failed' ? answer.why : 'The reading thread answered something else.');
    return answer.receipt;
  }

  /** @throws EventStoreUnavailable, as a rejection: also where nobody waits for the answer */
  async #ask(request: ReadRequest, left: number): Promise<ReadAnswer> {
    if (this.#closed) throw new EventStoreUnavailable('The event store is closed.');
    const [first, ...others] = this.#threads;
    if (!first) throw new EventStoreUnavailable('The event store has no reading thread: configure at least one.');
    const thread = others.reduce((least, other) => (other.load < least.load ? other : least), first);
    if (thread.load >= this.#maxQueuedReads) throw new EventStoreUnavailable('Too many reads are waiting. Try again.');
    return new Promise((resolve, reject) => {
      const lost = (): void => {
        if (left > 1 && !this.#closed) this.#ask(request, left - 1).then(resolve, reject);
        else reject(new EventStoreUnavailable('The reading thread was stopped.'));
      };
      thread.ask({ request, answer: resolve, lost });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
