import type { Report } from '../projector/messages.ts';

/** How long after a change, ms: often enough that each is short, seldom enough that a page which changes often is written once. */
const afterMs = 200;

/**
 * Has the files that answer checkpointed by a reading thread while they change. In the projector's thread one
 * checkpoint of a full write-ahead log is a stop of some 50 ms, and every decision that looks would wait for it.
 */
export class Checkpoints {
  readonly #checkpoint: (file: string) => Promise<void>;
  readonly #positions = new Map<string, bigint>();
  readonly #due = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(checkpoint: (file: string) => Promise<void>) {
    this.#checkpoint = checkpoint;
  }

  take({ contexts }: Pick<Report, 'contexts'>): void {
    for (const { answering } of contexts) {
      if (!answering || this.#positions.get(answering.file) === answering.position) continue;
      this.#positions.set(answering.file, answering.position);
      this.#due.add(answering.file);
    }
    if (this.#due.size > 0) this.#timer ??= setTimeout(() => void this.#run(), afterMs).unref();
  }

  forget(file: string): void {
    this.#positions.delete(file);
    this.#due.delete(file);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#due.clear();
  }

  async #run(): Promise<void> {
    const due = [...this.#due];
    this.#due.clear();
    // What could not be checkpointed now is so after the next change; the projector does it before the log grows too long.
    for (const file of due) await this.#checkpoint(file).catch(() => undefined);
    this.#timer = this.#due.size > 0 ? setTimeout(() => void this.#run(), afterMs).unref() : undefined;
  }
}
