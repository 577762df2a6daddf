import type { ReaderStatement, Row } from '../../readers/messages.ts';
import { RowLimitExceeded } from '../../readers/worker/prepared-queries.ts';
import type { LookAnswer, LookAsked } from '../messages.ts';

interface AnsweringTables {
  readonly position: bigint;
  look(statement: ReaderStatement, rowLimit: number): readonly Row[];
}

/** Where looks are answered from. */
interface Tables {
  answering(context: string): AnsweringTables | undefined;
}

/** A look that works for longer, ms, holds up the projection: the next ones like it belong to a reader. */
const slowMs = 10;

/** What this thread has worked, ms: a machine that does something else meanwhile makes no look slow. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Looks that wait until the tables have passed what they want to have seen. */
export class WaitingLooks {
  readonly #rowLimit: number;
  #waiting: LookAsked[] = [];

  constructor(rowLimit: number) {
    this.#rowLimit = rowLimit;
  }

  add(looks: readonly LookAsked[]): void {
    this.#waiting.push(...looks);
  }

  /** Between two transactions, so that all are answered from one state of the tables. */
  answer(tables: Tables): readonly LookAnswer[] {
    if (this.#waiting.length === 0) return [];
    const asked = this.#waiting;
    this.#waiting = [];
    const before = worked();
    return asked.flatMap((look) => {
      const file = tables.answering(look.context);
      if (file && file.position >= look.wanted) return this.#answer(look, file, before);
      this.#waiting.push(look);
      return [];
    });
  }

  #answer({ id, statement }: LookAsked, tables: AnsweringTables, before: number): LookAnswer {
    const began = performance.now();
    try {
      const rows = tables.look(statement, this.#rowLimit);
      // Asking for the time worked costs as much as a small look: only when it seems long.
      const slow = performance.now() - began > slowMs && worked() - before > slowMs;
      return { id, rows, position: tables.position, slow };
    } catch (error) {
      if (error instanceof RowLimitExceeded) return { id, tooMany: true };
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
      return { id, code, message: error instanceof Error ? error.message : String(error) };
    }
  }
}
