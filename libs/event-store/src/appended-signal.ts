/** Tells within this process that the log has grown: the position of its last event, after each commit. */
export class AppendedSignal {
  readonly #listeners = new Set<(position: bigint) => void>();
  #head: bigint;

  constructor(head: bigint) {
    this.#head = head;
  }

  get head(): bigint {
    return this.#head;
  }

  listen(listener: (position: bigint) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Positions that are not beyond the head tell nothing new. */
  tell(position: bigint): void {
    if (position <= this.#head) return;
    this.#head = position;
    for (const listener of [...this.#listeners]) listener(position);
  }

  /** Resolves when the log has grown beyond `position` or the signal has aborted. */
  beyond(position: bigint, signal: AbortSignal): Promise<void> {
    if (this.#head > position || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        stop();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const stop = this.listen((head) => head > position && done());
      signal.addEventListener('abort', done);
    });
  }
}
