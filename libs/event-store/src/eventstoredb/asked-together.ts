/**
 * One question at a time to somebody far away. Who asks while one is under way waits for the next, which all of them
 * share: an answer is never older than the asking.
 */
export class AskedTogether<Answer> {
  readonly #ask: () => Promise<Answer>;
  #underWay: Promise<unknown> = Promise.resolve();
  #next: Promise<Answer> | undefined;

  constructor(ask: () => Promise<Answer>) {
    this.#ask = ask;
  }

  answer(): Promise<Answer> {
    this.#next ??= this.#after(this.#underWay);
    return this.#next;
  }

  async #after(underWay: Promise<unknown>): Promise<Answer> {
    await underWay;
    this.#next = undefined;
    const asked = this.#ask();
    this.#underWay = asked.catch(() => undefined);
    return asked;
  }
}
