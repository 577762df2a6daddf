import { setTimeout as pause } from 'node:timers/promises';

/**
 * One question at a time to somebody far away. Who asks while one is under way waits for the next, which all of them
 * share: an answer is never older than the asking. While many ask, some time lies between two questions, so that more
 * share one; who asks alone never waits for that.
 */
export class AskedTogether<Answer> {
  readonly #ask: () => Promise<Answer>;
  readonly #between: number;
  #underWay: Promise<unknown> = Promise.resolve();
  #next: { readonly answer: Promise<Answer>; askers: number } | undefined;
  #last = { askers: 0, at: -Infinity };

  /** `between`: least time between two questions while many ask, ms. */
  constructor(ask: () => Promise<Answer>, between = 0) {
    this.#ask = ask;
    this.#between = between;
  }

  answer(): Promise<Answer> {
    this.#next ??= { answer: this.#after(this.#underWay), askers: 0 };
    this.#next.askers++;
    return this.#next.answer;
  }

  async #after(underWay: Promise<unknown>): Promise<Answer> {
    await underWay;
    const rest = this.#last.askers > 1 ? this.#last.at + this.#between - performance.now() : 0;
    if (rest > 0) await pause(rest, undefined, { ref: false });
    this.#last = { askers: this.#next?.askers ?? 0, at: performance.now() };
    this.#next = undefined;
    const asked = this.#ask();
    this.#underWay = asked.catch(() => undefined);
    return asked;
  }
}
