import type { Step } from '../scenario/step.ts';

/** Steps that are being told at the same time, so many at once. */
export class Flight {
  readonly #places: Promise<void>[];
  /** What is being told about something: alone, or beside others. */
  readonly #alone = new Map<string, Promise<void>>();
  readonly #beside = new Map<string, Set<Promise<void>>>();
  #failure: { readonly error: unknown } | undefined;
  #next = 0;

  constructor(width: number) {
    this.#places = Array.from({ length: width }, () => Promise.resolve());
  }

  get width(): number {
    return this.#places.length;
  }

  /** Waits for a place, and for what the step comes after: so a step is never told more than `width` before one that is written ahead of it. @throws what a step failed with */
  async readyFor({ about = [], beside = [] }: Step): Promise<void> {
    await this.#places[this.#next];
    for (const one of about) {
      await this.#alone.get(one);
      for (const other of this.#beside.get(one) ?? []) await other;
    }
    for (const one of beside) await this.#alone.get(one);
    this.#throwFailure();
  }

  /** Takes the place for which was waited. */
  launch({ about = [], beside = [] }: Step, tell: () => Promise<void>): void {
    const told = tell()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        for (const one of about) if (this.#alone.get(one) === told) this.#alone.delete(one);
        for (const one of beside) this.#forget(one, told);
      });
    this.#places[this.#next] = told;
    this.#next = (this.#next + 1) % this.width;
    for (const one of about) this.#alone.set(one, told);
    for (const one of beside) this.#beside.set(one, (this.#beside.get(one) ?? new Set()).add(told));
  }

  /** Waits for all of them. @throws what a step failed with */
  async landed(): Promise<void> {
    await Promise.all(this.#places);
    this.#throwFailure();
  }

  #forget(one: string, told: Promise<void>): void {
    const those = this.#beside.get(one);
    those?.delete(told);
    if (those?.size === 0) this.#beside.delete(one);
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
