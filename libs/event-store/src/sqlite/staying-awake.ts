/**
 * How the main thread waits for the answer to an append. To be woken by another thread takes it some twenty microseconds,
 * a tenth of a commit; so after a run of appends that each were alone and followed the last answer at once (one client,
 * one append after another) it goes round in its event loop until the answer is there, and does whatever else comes
 * meanwhile. Under any other load it sleeps, as the writing thread does (`wakeful.ts`).
 */

/** A gap between an answer and the next append, ms, after which nobody counts on another one. */
const shortGap = 0.05;
/** So many short gaps in a row make the next one likely. */
const likely = 8;
/** A commit that takes longer, ms, is not worth staying awake for. */
const longest = 0.4;

export class StayingAwake {
  #answered = -Infinity;
  #shortGaps = 0;
  #until = -Infinity;
  #goesRound = false;

  /** An append was posted; `alone`: no other is under way. */
  posted(alone: boolean): void {
    const now = performance.now();
    this.#shortGaps = alone && now - this.#answered < shortGap ? this.#shortGaps + 1 : 0;
    if (this.#shortGaps < likely) return;
    this.#until = now + longest;
    if (!this.#goesRound) this.#goRound();
  }

  answered(): void {
    this.#answered = performance.now();
    this.#until = -Infinity;
  }

  #goRound(): void {
    this.#goesRound = true;
    setImmediate(() => {
      if (performance.now() < this.#until) this.#goRound();
      else this.#goesRound = false;
    });
  }
}
