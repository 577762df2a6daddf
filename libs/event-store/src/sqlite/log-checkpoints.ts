import type { FolderLock } from './folder-lock.ts';
import type { Writer } from './writer.ts';

/** How long after an append the log is checkpointed, ms: each time little, so that no append waits for much. */
const afterMs = 250;
/** A write-ahead log of so many pages is begun anew: 8 MiB. */
const manyPages = 2_000;

/**
 * Moves what was appended from the write-ahead log into the log's file, in a thread that nobody waits for. While appends
 * keep coming there is always something left: once the write-ahead log is long, the writer itself moves the few last
 * pages between two commits. The next commit then writes over its beginning instead of making it longer, and to sync a
 * file that keeps its length costs a fraction, and does not wait for what others write to the same disk
 * (docs/adr/0049-a-log-that-keeps-its-length.md).
 */
export class LogCheckpoints {
  readonly #file: string;
  readonly #lock: FolderLock;
  readonly #writer: Pick<Writer, 'settle'>;
  #due: NodeJS.Timeout | undefined;
  #appends = 0;
  #closed = false;

  constructor(file: string, lock: FolderLock, writer: Pick<Writer, 'settle'>) {
    this.#file = file;
    this.#lock = lock;
    this.#writer = writer;
  }

  appended(): void {
    this.#appends++;
    if (!this.#closed) this.#due ??= setTimeout(() => void this.#run(), afterMs).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#due);
    await this.#lock.letGo();
  }

  /** One at a time, however long the disk takes. */
  async #run(): Promise<void> {
    const before = this.#appends;
    const pages = await this.#lock.checkpoint(this.#file);
    if (pages >= manyPages && !this.#closed) {
      // What came meanwhile: so little that the writer's own part is short.
      await this.#lock.checkpoint(this.#file);
      this.#writer.settle();
    }
    this.#due = undefined;
    if (this.#appends > before) this.appended();
  }
}
