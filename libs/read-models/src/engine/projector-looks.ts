import { QueryFailed, TooManyRows } from '../errors.ts';
import type { LookAnswer, LookAsked } from '../projector/messages.ts';
import type { ReaderStatement, Row } from '../readers/messages.ts';

export interface LookResult {
  readonly rows: readonly Row[];
  readonly position: bigint;
  /** It held up the projector. */
  readonly slow: boolean;
}

interface Waiting {
  readonly asked: LookAsked;
  readonly until: number;
  readonly resolve: (result: LookResult | 'lost' | 'overdue') => void;
  readonly reject: (error: Error) => void;
}

export interface ProjectorLooksOptions {
  readonly post: (asked: LookAsked) => void;
  /** Longest wait for the tables, ms. */
  readonly waitMs: number;
  readonly rowLimit: number;
}

/**
 * Looks that the projector's thread answers. Its connection has the pages at hand that it has just written, which a
 * reader has to read anew after every commit; and it is asked once, instead of first waiting for its report.
 */
export class ProjectorLooks {
  readonly #options: ProjectorLooksOptions;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: ProjectorLooksOptions) {
    this.#options = options;
  }

  /** `lost`: the thread has died, ask elsewhere; `overdue`: the tables have not come so far in time. @throws TooManyRows, QueryFailed */
  ask(context: string, wanted: bigint, statement: ReaderStatement): Promise<LookResult | 'lost' | 'overdue'> {
    return new Promise((resolve, reject) => {
      const asked = { id: ++this.#lastId, context, wanted, statement };
      this.#waiting.set(asked.id, { asked, until: performance.now() + this.#options.waitMs, resolve, reject });
      this.#watch ??= setTimeout(() => this.#look(), this.#options.waitMs).unref();
      this.#options.post(asked);
    });
  }

  answered(answers: readonly LookAnswer[]): void {
    for (const answer of answers) {
      const waiting = this.#waiting.get(answer.id);
      if (!waiting) continue;
      this.#waiting.delete(answer.id);
      if ('rows' in answer) waiting.resolve(answer);
      else if ('tooMany' in answer) waiting.reject(new TooManyRows(this.#options.rowLimit));
      else waiting.reject(new QueryFailed(answer.code, answer.message));
    }
  }

  lost(): void {
    this.#settle([...this.#waiting.values()], 'lost');
    clearTimeout(this.#watch);
    this.#watch = undefined;
  }

  /** One timer for all: they are overdue in the order in which they were asked. */
  #look(): void {
    const now = performance.now();
    this.#settle(
      [...this.#waiting.values()].filter(({ until }) => until <= now),
      'overdue',
    );
    const [next] = this.#waiting.values();
    this.#watch = next && setTimeout(() => this.#look(), Math.max(1, next.until - now)).unref();
  }

  #settle(waiting: readonly Waiting[], outcome: 'lost' | 'overdue'): void {
    for (const { asked, resolve } of waiting) {
      this.#waiting.delete(asked.id);
      resolve(outcome);
    }
  }
}
