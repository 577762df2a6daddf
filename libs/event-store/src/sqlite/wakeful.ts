/**
 * How the writing thread waits for the next append. Waking a thread that sleeps takes tens of microseconds, a good part of
 * a commit; so after a run of appends that each followed the last answer at once (one client, one append after another) it
 * looks for the next one for a moment before it sleeps. Under any other load it sleeps at once, and whoever posts to a
 * thread that is awake spares the call that would wake it.
 */

/** Two numbers in shared memory: messages posted to the thread; 1 while it sleeps. */
export type Signs = Int32Array<SharedArrayBuffer>;
const [posted, asleep] = [0, 1];

export const newSigns = (): Signs => new Int32Array(new SharedArrayBuffer(8));

/** A message was posted. */
export function poke(signs: Signs): void {
  Atomics.add(signs, posted, 1);
  if (Atomics.load(signs, asleep) === 1) Atomics.notify(signs, posted);
}

/** A gap shorter than this, ms, is worth staying awake for, and nobody stays awake longer. */
const shortGap = 0.15;
/** So many short gaps in a row make the next one likely. */
const likely = 8;

export class Wakeful {
  readonly #signs: Signs;
  #shortGaps = 0;

  constructor(signs: Signs) {
    this.#signs = signs;
  }

  /** How many messages have been posted; to be read before looking for them. */
  seen(): number {
    return Atomics.load(this.#signs, posted);
  }

  /** Returns when more than `seen` have been posted. */
  waitBeyond(seen: number): void {
    const since = performance.now();
    if (this.#shortGaps >= likely && this.#comesBy(seen, since + shortGap)) return;
    Atomics.store(this.#signs, asleep, 1);
    // Compares again before it sleeps: what was posted since `seen` is not missed.
    Atomics.wait(this.#signs, posted, seen);
    Atomics.store(this.#signs, asleep, 0);
    this.#shortGaps = performance.now() - since < shortGap ? this.#shortGaps + 1 : 0;
  }

  #comesBy(seen: number, end: number): boolean {
    while (performance.now() < end) if (this.seen() !== seen) return true;
    return this.seen() !== seen;
  }
}
