import type { Worker } from 'node:worker_threads';
import type { ReadAnswer, ReadRequest, ToReader } from './messages.ts';
import type { ReaderOptions } from './options.ts';
import type { StartThread } from './thread.ts';

export interface Reading {
  readonly request: ReadRequest;
  readonly answer: (answer: ReadAnswer) => void;
  /** The thread died; reading changes nothing, so it may be asked again. */
  readonly lost: () => void;
}

/** One reading thread. Started by its first request; a dead one is replaced at the next. */
export class ReaderThread {
  readonly #start: StartThread;
  readonly #options: ReaderOptions;
  #worker: Worker | undefined;
  #waiting: Reading[] = [];
  #outbox: ReadRequest[] = [];

  constructor(start: StartThread, options: ReaderOptions) {
    this.#start = start;
    this.#options = options;
  }

  get load(): number {
    return this.#waiting.length;
  }

  /** Requests of one turn of the event loop travel in one message: waking a thread costs more than a small read. */
  ask(reading: Reading): void {
    this.#waiting.push(reading);
    this.#worker ??= this.#begin();
    if (this.#outbox.push(reading.request) === 1) setImmediate(() => this.#post());
  }

  #post(): void {
    const requests = this.#outbox;
    this.#outbox = [];
    if (requests.length > 0) this.#worker?.postMessage(requests satisfies ToReader);
  }

  #begin(): Worker {
    const worker = this.#start('reader', { workerData: this.#options });
    worker.on('message', (answers: readonly ReadAnswer[]) => {
      for (const answer of answers) this.#waiting.shift()?.answer(answer);
    });
    // 'exit' follows, and does what is to be done.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#worker = undefined;
      this.#outbox = [];
      const lost = this.#waiting;
      this.#waiting = [];
      for (const reading of lost) reading.lost();
    });
    return worker;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#post();
    await new Promise((resolve) => {
      worker.once('exit', resolve);
      worker.postMessage('close' satisfies ToReader);
    });
  }
}
