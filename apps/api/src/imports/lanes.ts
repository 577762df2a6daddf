/**
 * Runs many tasks at a time, and those of one lane one after the other in the order in which they were given. After a
 * failure nothing more is started.
 */
export class Lanes {
  readonly #most: number;
  readonly #lasts = new Map<string, Promise<void>>();
  #running = 0;
  #wake: (() => void) | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves when there is room for the next. @throws what a task threw */
  async run(lane: string, task: () => Promise<void>): Promise<void> {
    await this.#until(() => this.#running < this.#most);
    this.#running++;
    const before = this.#lasts.get(lane);
    const mine = this.#settled(before, task).then(() => {
      if (this.#lasts.get(lane) === mine) this.#lasts.delete(lane);
      this.#running--;
      this.#wake?.();
    });
    this.#lasts.set(lane, mine);
  }

  /** Resolves when everything has been done. @throws what a task threw */
  async done(): Promise<void> {
    await this.#until(() => this.#running === 0);
  }

  async #settled(before: Promise<void> | undefined, task: () => Promise<void>): Promise<void> {
    try {
      await before;
      if (!this.#failure) await task();
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (!this.#failure) return;
    while (this.#running > 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    throw this.#failure.error;
  }
}
