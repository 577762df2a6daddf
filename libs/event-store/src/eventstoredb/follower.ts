import { setTimeout as pause } from 'node:timers/promises';
import type { AppendedSignal } from '../appended-signal.ts';
import { LogOutOfOrder } from '../errors.ts';
import type { StoredEvent } from '../port.ts';
import { failureOf } from './failures.ts';
import type { Messages } from './messages.ts';
import { jitter, type Reach } from './reach.ts';
import type { ReadCall, ReadResp, Wire } from './wire.ts';

export interface FollowerParts {
  readonly wire: Wire;
  readonly messages: Messages;
  readonly reach: Reach;
  readonly appended: AppendedSignal;
  /** Looks how far the log has grown by now, and tells `appended`. */
  readonly look: () => Promise<unknown>;
  readonly watchEvery: number;
  /** Events that may wait for the consumer; beyond, the server is held back. */
  readonly most: number;
  readonly signal: AbortSignal;
}

const longestPause = 1_000;

/**
 * One subscription on the server, kept alive: after every kind of end, silence included, it goes on after the last event
 * or checkpoint. Events are taken from it in batches; while nobody takes them the server waits.
 */
export class Follower {
  readonly #parts: FollowerParts;
  #through: bigint;
  #taken: bigint;
  #events: StoredEvent[] = [];
  #call: ReadCall | undefined;
  #violation: LogOutOfOrder | undefined;
  /** Since the last look whether it is silent, and since it was begun. */
  #heard = false;
  #begun = false;
  #wake: () => void = () => undefined;

  constructor(parts: FollowerParts, from: bigint) {
    this.#parts = parts;
    this.#through = from;
    this.#taken = from;
    void this.#follow();
  }

  /** What has come since the last taking, at most `limit` events; `through`: how far that goes. @throws LogOutOfOrder */
  take(limit: number): { readonly events: readonly StoredEvent[]; readonly through: bigint } {
    if (this.#violation) throw this.#violation;
    const events = this.#events.splice(0, limit);
    this.#taken = this.#events.length > 0 ? (events.at(-1)?.position ?? this.#taken) : this.#through;
    if (this.#events.length < this.#parts.most / 2) this.#call?.resume();
    return { events, through: this.#taken };
  }

  /** Resolves when there is something to take, or the subscription has ended. */
  more(): Promise<void> {
    if (this.#events.length > 0 || this.#through > this.#taken || this.#violation || this.#parts.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.#parts.signal.removeEventListener('abort', done);
        resolve();
      };
      this.#parts.signal.addEventListener('abort', done);
      this.#wake = done;
    });
  }

  async #follow(): Promise<void> {
    const { reach, signal } = this.#parts;
    const over = (): boolean => signal.aborted || this.#violation !== undefined;
    const watch = setInterval(() => this.#watch(), this.#parts.watchEvery).unref();
    for (let wait = 10; !over(); wait = Math.min(wait * 2, longestPause)) {
      this.#begun = false;
      const failure = failureOf(await this.#listen());
      if (over()) break;
      if (failure.kind === 'away') reach.failed(failure.why);
      await reach.ready(Number.MAX_SAFE_INTEGER).catch(() => false);
      if (this.#spoke()) wait = 5;
      await pause(wait * jitter(), undefined, { signal, ref: false }).catch(() => undefined);
    }
    clearInterval(watch);
    this.#wake();
  }

  #spoke(): boolean {
    return this.#begun;
  }

  /** Listens until it ends, and gives the reason. */
  async #listen(): Promise<unknown> {
    const { wire, messages, signal } = this.#parts;
    try {
      const call = await wire.subscription(messages.subscribe(this.#through));
      const end = (): void => call.cancel();
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
      this.#call = call;
      return await new Promise((ended) => {
        call.on('data', (answer: ReadResp) => this.#hear(answer));
        call.on('error', ended);
        call.on('end', () => ended(undefined));
        call.on('close', () => ended(undefined));
      }).finally(() => {
        this.#call = undefined;
        signal.removeEventListener('abort', end);
      });
    } catch (error) {
      return error;
    }
  }

  #hear(answer: ReadResp): void {
    [this.#heard, this.#begun] = [true, true];
    if (this.#violation) return;
    const event = this.#parts.messages.eventIn(answer);
    if (event) this.#arrived(event);
    const checkpoint = answer.getCheckpoint();
    // It may lie before or after the last event: the greater of both is where to go on.
    if (checkpoint) this.#reached(BigInt(checkpoint.getCommitPosition()));
  }

  #arrived(event: StoredEvent): void {
    if (event.position <= this.#through) {
      this.#violation = new LogOutOfOrder(event.position, this.#through);
      this.#call?.cancel();
      return this.#wake();
    }
    this.#events.push(event);
    this.#through = event.position;
    if (this.#events.length >= this.#parts.most) this.#call?.pause();
    this.#parts.appended.tell(event.position);
    this.#wake();
  }

  #reached(position: bigint): void {
    if (position <= this.#through) return;
    this.#through = position;
    this.#wake();
  }

  /** A subscription can go silent without ending. When the log has grown beyond it and nothing comes, it is begun anew. */
  #watch(): void {
    const { appended, look } = this.#parts;
    const silent = !this.#heard && this.#call && !this.#call.isPaused();
    if (silent && appended.head > this.#through) this.#call?.cancel();
    this.#heard = false;
    look().catch(() => undefined);
  }
}
