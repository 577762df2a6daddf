import type { Following } from '#event-store';

/** One instant of the log that several loads go by, asked for when the first of them needs it. */
export class AsOf {
  readonly #following: Following;
  #hearing: Promise<boolean> | undefined;
  /** True once everything that stood in the log at that instant was heard. */
  heard = false;

  constructor(following: Following) {
    this.#following = following;
  }

  /** @throws EventStoreUnavailable */
  heardAll(): Promise<boolean> {
    this.#hearing ??= this.#following.heardAll().then((heard) => (this.heard = heard));
    return this.#hearing;
  }
}
