import type { Read } from '../readers/reader-pool.ts';
import type { ReaderStatement } from '../readers/messages.ts';

interface Asked {
  readonly statement: ReaderStatement;
  readonly resolve: (answer: { rows: Read['rows'][number]; position: bigint }) => void;
  readonly reject: (error: unknown) => void;
}

/** Looks of one reading at most: one that is slow holds up few. */
const most = 24;

/**
 * Looks that are asked in the same turn are answered by one reading, from one state of the tables: a message to a
 * thread and back costs more than a small look. When a reading fails, each is asked alone, so that one look's failure
 * is its own.
 */
export class LookBatch {
  readonly #read: (context: string, statements: readonly ReaderStatement[]) => Promise<Read>;
  readonly #waiting = new Map<string, Asked[]>();

  constructor(read: (context: string, statements: readonly ReaderStatement[]) => Promise<Read>) {
    this.#read = read;
  }

  ask(context: string, statement: ReaderStatement): Promise<{ rows: Read['rows'][number]; position: bigint }> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(context);
      if (waiting) return void waiting.push({ statement, resolve, reject });
      this.#waiting.set(context, [{ statement, resolve, reject }]);
      setImmediate(() => this.#send(context));
    });
  }

  #send(context: string): void {
    const waiting = this.#waiting.get(context) ?? [];
    this.#waiting.delete(context);
    for (let first = 0; first < waiting.length; first += most) void this.#together(context, waiting.slice(first, first + most));
  }

  async #together(context: string, asked: readonly Asked[]): Promise<void> {
    try {
      const { rows, position } = await this.#read(
        context,
        asked.map(({ statement }) => statement),
      );
      for (const [index, { resolve }] of asked.entries()) resolve({ rows: rows[index] ?? [], position });
    } catch (error) {
      const [only] = asked;
      if (asked.length === 1 && only) only.reject(error);
      else for (const each of asked) void this.#together(context, [each]);
    }
  }
}
