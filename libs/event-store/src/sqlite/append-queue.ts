import { EventStoreUnavailable } from '../errors.ts';
import type { Appended, AppendOptions, ExpectedRevision, NewEvent } from '../port.ts';
import type { Answer } from './messages.ts';
import { packBytes } from './packing.ts';
import { Pending } from './pending.ts';
import { StayingAwake } from './staying-awake.ts';
import type { WriterThread } from './writer-thread.ts';

export interface QueueLimits {
  readonly maxQueuedEvents: number;
  readonly maxQueuedBytes: number;
}

/** More posts than this, and an append is thought to be what kills the thread. */
const maximumPosts = 4;

/** The appends of the main thread on their way to the log, in order, from the call to the answer. */
export class AppendQueue {
  readonly #limits: QueueLimits;
  readonly #pending = new Map<number, Pending>();
  readonly #awake = new StayingAwake();
  #unposted: Pending[] = [];
  #next = 0;
  #events = 0;
  #bytes = 0;
  #flushing = false;
  #thread: WriterThread | undefined;
  #idle: (() => void) | undefined;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** @throws EventStoreUnavailable when the queue is full or no time was allowed */
  add(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, { receipt, within }: AppendOptions, bytes: number): Promise<Appended> {
    if (this.#pending.size > 0 && (this.#events + events.length > this.#limits.maxQueuedEvents || this.#bytes + bytes > this.#limits.maxQueuedBytes)) {
      throw new EventStoreUnavailable('More is being recorded than the disk can take; nothing of this was written. Try again.');
    }
    if (within !== undefined && within <= 0) throw new EventStoreUnavailable('The time that the caller allowed was over before anything was written.');
    const pending = new Pending(this.#next++, stream, events, expected, receipt, bytes);
    if (within !== undefined) pending.expireIn(within, () => this.#drop(pending));
    this.#pending.set(pending.n, pending);
    this.#events += events.length;
    this.#bytes += bytes;
    this.#unposted.push(pending);
    this.#flushSoon();
    return pending.outcome;
  }

  /** A thread is there that takes appends: what is unanswered goes to it first, in its old order. */
  connect(thread: WriterThread): void {
    this.#thread = thread;
    for (const pending of this.#pending.values()) {
      if (pending.posts >= maximumPosts) this.#settle(pending, () => pending.giveUp('Each attempt to record it has stopped the writer.'));
    }
    this.#unposted = [...this.#pending.values()];
    this.#flush();
  }

  /** The thread is gone: what it did not answer is in doubt until the next one has looked. */
  disconnect(): void {
    this.#thread = undefined;
    for (const pending of this.#pending.values()) pending.doubtful ||= pending.posts > 0;
  }

  answered(answers: readonly Answer[]): void {
    this.#awake.answered();
    for (const answer of answers) {
      const pending = this.#pending.get(answer.n);
      if (pending) this.#settle(pending, () => pending.answer(answer));
    }
  }

  /** Answers all that wait, as well as it can be known without the log. */
  giveUp(why: string): void {
    for (const pending of [...this.#pending.values()]) this.#settle(pending, () => pending.giveUp(why));
    this.#unposted = [];
  }

  /** Resolves when nothing waits. */
  idle(): Promise<void> {
    if (this.#pending.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#idle = resolve;
    });
  }

  /** One message for all appends of a turn of the event loop; without delay when the writer is idle. */
  #flushSoon(): void {
    if (this.#flushing || !this.#thread) return;
    this.#flushing = true;
    if (this.#unposted.length === this.#pending.size) queueMicrotask(() => this.#flush());
    else setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    if (!this.#thread || this.#unposted.length === 0) return;
    const group = this.#unposted;
    this.#unposted = [];
    const bytes = group.reduce((sum, pending) => sum + pending.bytes, 0);
    this.#thread.post({
      appends: group.map((pending) => pending.posted()),
      bytes: packBytes(
        group.map(({ events }) => events),
        bytes,
      ),
    });
    this.#awake.posted(this.#pending.size === 1);
  }

  #drop(pending: Pending): void {
    this.#unposted = this.#unposted.filter((waiting) => waiting !== pending);
    this.#settle(pending, () => undefined);
  }

  #settle(pending: Pending, answer: () => void): void {
    this.#pending.delete(pending.n);
    this.#events -= pending.events.length;
    this.#bytes -= pending.bytes;
    answer();
    if (this.#pending.size > 0) return;
    this.#idle?.();
    this.#idle = undefined;
  }
}
