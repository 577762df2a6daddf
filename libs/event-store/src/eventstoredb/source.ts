import { Follower, type FollowerParts } from './follower.ts';
import type { Taken } from './recent.ts';
import type { Tail } from './tail.ts';

/**
 * The log after a position: by a subscription of its own on the server until it is where the process's tail is, then
 * from there; and by its own again when whoever takes from it falls far behind.
 */
export class Source {
  readonly #parts: FollowerParts;
  readonly #tail: Tail;
  #through: bigint;
  #own: { readonly follower: Follower; readonly ending: AbortController } | undefined;

  constructor(parts: FollowerParts, tail: Tail, from: bigint) {
    this.#parts = parts;
    this.#tail = tail;
    this.#through = from;
    tail.begin();
  }

  /** What has come since the last taking, at most `limit` events. @throws LogOutOfOrder */
  take(limit: number): Taken {
    const shared = this.#tail.after(this.#through, limit);
    if (shared) this.#endOwn();
    const taken = shared ?? this.#begun().follower.take(limit);
    this.#through = taken.through;
    return taken;
  }

  /** Resolves when there is something to take, or the subscription has ended. */
  more(): Promise<void> {
    return this.#own ? this.#own.follower.more() : this.#tail.beyond(this.#through, this.#parts.signal);
  }

  #begun(): { readonly follower: Follower } {
    if (!this.#own) {
      const ending = new AbortController();
      const signal = AbortSignal.any([this.#parts.signal, ending.signal]);
      this.#own = { follower: new Follower({ ...this.#parts, signal }, this.#through), ending };
    }
    return this.#own;
  }

  #endOwn(): void {
    this.#own?.ending.abort();
    this.#own = undefined;
  }
}
