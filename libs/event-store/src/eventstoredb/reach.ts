import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#kernel';

const firstPause = 25;
const longestPause = 400;
/** Timers take no more ms than this; Node calls a longer one at once. */
const longestTimer = 2_147_483_647;

/**
 * Whether the server answers. Whoever meets a failure reports it; the server is then asked, again and again with growing
 * pauses, until it answers. Meanwhile nobody else sends: what was never sent is known not to be recorded.
 */
export class Reach {
  readonly #probe: () => Promise<unknown>;
  readonly #clock: Clock;
  readonly #patience: number;
  readonly #closed: AbortSignal;
  #asking: Promise<void> | undefined;
  #awaySince: number | undefined;
  #why = '';

  constructor(probe: () => Promise<unknown>, options: { readonly clock: Clock; readonly patience: number; readonly closed: AbortSignal }) {
    this.#probe = probe;
    this.#clock = options.clock;
    this.#patience = options.patience;
    this.#closed = options.closed;
  }

  /** Since when it does not answer, and what it last said; undefined while it does. */
  get away(): { readonly since: number; readonly why: string } | undefined {
    return this.#awaySince === undefined ? undefined : { since: this.#awaySince, why: this.#why };
  }

  failed(why: string): void {
    this.#why = why;
    this.#awaySince ??= this.#clock.now();
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
  }

  /** Resolves to true when the server answers, to false at the deadline or when it has been away for the patience. */
  async ready(deadline: number): Promise<boolean> {
    if (!this.#asking) return !this.#closed.aborted;
    const now = this.#clock.now();
    if (this.#awaySince !== undefined && now - this.#awaySince > this.#patience) return false;
    const ended = new AbortController();
    // Who asks twice, first the one thing and then the other, does not wait twice.
    const until = Math.min(deadline, (this.#awaySince ?? now) + this.#patience);
    const late = pause(Math.min(Math.max(0, until - now), longestTimer), false, { signal: AbortSignal.any([ended.signal, this.#closed]), ref: false }).catch(
      () => false,
    );
    const back = this.#asking.then(() => this.#awaySince === undefined);
    return Promise.race([back, late]).finally(() => ended.abort());
  }

  async #ask(): Promise<void> {
    const closed = (): boolean => this.#closed.aborted;
    for (let wait = firstPause; !closed(); wait = Math.min(wait * 2, longestPause)) {
      await pause(wait * jitter(), undefined, { signal: this.#closed, ref: false }).catch(() => undefined);
      if (closed()) return;
      try {
        await this.#probe();
        this.#awaySince = undefined;
        return;
      } catch (error) {
        this.#why = error instanceof Error && error.message !== '' ? error.message : this.#why;
      }
    }
  }
}

/** Between a half and one and a half: nodes that lost the server together do not come back in step. */
export const jitter = (): number => 0.5 + (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;
