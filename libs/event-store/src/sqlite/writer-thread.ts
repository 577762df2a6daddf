import type { Worker } from 'node:worker_threads';
import type { AppendsMessage, OpenFailure, ToWriter, WriterMessage } from './messages.ts';
import type { WriterData, WriterOptions } from './options.ts';
import type { StartThread } from './thread.ts';
import { newSigns, poke } from './wakeful.ts';

export interface WriterHandlers {
  ready(head: bigint): void;
  answers(message: Extract<WriterMessage, { kind: 'answers' }>): void;
  /** The thread is gone, once. `failure` when it could not open the log. */
  lost(why: string, failure?: OpenFailure): void;
}

const smallBytes = 16 << 10;

/** One life of the writing thread. */
export class WriterThread {
  readonly #worker: Worker;
  readonly #signs = newSigns();
  #gone = false;
  readonly #ended: Promise<void>;

  constructor(start: StartThread, options: WriterOptions, handlers: WriterHandlers) {
    this.#worker = start('writer', { workerData: { ...options, signs: this.#signs } satisfies WriterData });
    const lost = (why: string, failure?: OpenFailure): void => {
      if (this.#gone) return;
      this.#gone = true;
      void this.#worker.terminate();
      handlers.lost(why, failure);
    };
    this.#ended = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.on('message', (message: WriterMessage) => {
      if (this.#gone) return;
      if (message.kind === 'ready') handlers.ready(BigInt(message.head));
      else if (message.kind === 'answers') handlers.answers(message);
      else lost(message.why, message.failure);
    });
    this.#worker.on('error', (error) => lost(`The writing thread failed: ${error instanceof Error ? error.message : String(error)}`));
    this.#worker.on('exit', () => lost('The writing thread was stopped.'));
  }

  post(message: AppendsMessage): void {
    // Moving a buffer to another thread costs more than copying a small one.
    this.#post(message, message.bytes.byteLength > smallBytes ? [message.bytes.buffer] : []);
  }

  /** Between two commits, the last pages of the write-ahead log go into the file. */
  settle(): void {
    this.#post('settle', []);
  }

  #post(message: ToWriter, moved: ArrayBuffer[]): void {
    this.#worker.postMessage(message, moved);
    poke(this.#signs);
  }

  /** Ends it after what was posted before; nothing is reported any more. */
  async close(): Promise<void> {
    this.#gone = true;
    this.#post('close', []);
    await this.#ended;
  }
}
