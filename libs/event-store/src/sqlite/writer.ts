import { AppendedSignal } from '../appended-signal.ts';
import { EventStoreUnavailable, EventStoreUnopenable } from '../errors.ts';
import type { Appended, AppendOptions, ExpectedRevision, NewEvent } from '../port.ts';
import { AppendQueue, type QueueLimits } from './append-queue.ts';
import type { OpenFailure } from './messages.ts';
import type { WriterOptions } from './options.ts';
import type { StartThread } from './thread.ts';
import { WriterThread } from './writer-thread.ts';

export interface WriterSettings extends QueueLimits {
  readonly thread: WriterOptions;
  readonly resolveWithin: number;
}

const firstPause = 20;
const longestPause = 1_000;

/** Keeps a writing thread alive, and opens the log again for as long as it takes when it is lost. */
export class Writer {
  readonly appended = new AppendedSignal(0n);
  readonly #start: StartThread;
  readonly #settings: WriterSettings;
  readonly #queue: AppendQueue;
  #thread: WriterThread | undefined;
  /** The latest thread, also while it is still opening the log. */
  #latest: WriterThread | undefined;
  #retry: NodeJS.Timeout | undefined;
  #patience: NodeJS.Timeout | undefined;
  /** Why appends are refused at once: the log has been away for longer than `resolveWithin`. */
  #down: string | undefined;
  #closed = false;

  constructor(start: StartThread, settings: WriterSettings) {
    this.#start = start;
    this.#settings = settings;
    this.#queue = new AppendQueue(settings);
  }

  /** @throws EventStoreUnopenable when the log cannot be opened the first time: a person has to act */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#connect(resolve, (why, failure) => reject(new EventStoreUnopenable(this.#settings.thread.file, failure?.reason ?? 'io', failure?.why ?? why)));
    });
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, options: AppendOptions, bytes: number): Promise<Appended> {
    if (this.#closed) throw new EventStoreUnavailable('The event store is closed.');
    if (this.#down !== undefined) throw new EventStoreUnavailable(this.#down);
    return this.#queue.add(stream, events, expected, options, bytes);
  }

  /** Most of the write-ahead log is in the file already: the writer moves the rest, and begins it anew. */
  settle(): void {
    if (!this.#closed) this.#thread?.settle();
  }

  #connect(ready: () => void, lost: (why: string, failure?: OpenFailure) => void): void {
    const thread = new WriterThread(this.#start, this.#settings.thread, {
      ready: (head) => {
        this.#thread = thread;
        clearTimeout(this.#patience);
        this.#patience = undefined;
        this.#down = undefined;
        ready();
        this.appended.tell(head);
        this.#queue.connect(thread);
      },
      answers: ({ answers, head }) => {
        this.appended.tell(BigInt(head));
        this.#queue.answered(answers);
      },
      lost: (why, failure) => {
        this.#latest = undefined;
        if (this.#thread !== thread) return lost(why, failure);
        this.#thread = undefined;
        this.#queue.disconnect();
        this.#patience = setTimeout(() => this.#giveUp(why), this.#settings.resolveWithin);
        this.#reconnect(firstPause);
      },
    });
    this.#latest = thread;
  }

  #reconnect(pause: number): void {
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      const again = (why: string): void => {
        if (this.#down !== undefined) this.#down = why;
        this.#reconnect(Math.min(longestPause, pause * 2));
      };
      this.#connect(() => undefined, again);
    }, pause);
    // While somebody waits for an answer the process must not end; with nobody waiting it may.
    if (this.#down !== undefined) this.#retry.unref();
  }

  #giveUp(why: string): void {
    this.#down = why;
    this.#queue.giveUp(why);
  }

  /** What was accepted is answered first, for at most `resolveWithin`. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const patience = setTimeout(() => this.#queue.giveUp('The event store was closed.'), this.#settings.resolveWithin);
    if (this.#thread) await this.#queue.idle();
    else this.#queue.giveUp('The event store was closed while the log could not be opened.');
    clearTimeout(patience);
    clearTimeout(this.#patience);
    clearTimeout(this.#retry);
    await this.#latest?.close();
  }
}
