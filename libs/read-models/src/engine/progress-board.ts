import { ReadModelRebuilding, UnknownContext } from '../errors.ts';
import type { ContextReport, Report } from '../projector/messages.ts';
import type { ContextState } from '../port.ts';

interface Waiter {
  readonly passed: () => boolean;
  readonly resolve: () => void;
}

/** What the projector last reported, and who waits for what. */
export class ProgressBoard {
  readonly #contexts = new Map<string, ContextReport>();
  #waiters = new Set<Waiter>();
  #head = 0n;
  #failure: string | undefined;

  get head(): bigint {
    return this.#head;
  }

  get contexts(): readonly ContextReport[] {
    return [...this.#contexts.values()];
  }

  take({ head, contexts }: Report): void {
    this.#failure = undefined;
    this.#head = head;
    for (const report of contexts) this.#contexts.set(report.context, report);
    this.#tell();
  }

  /** The projector's thread has died; the tables that are there go on answering. */
  failed(why: string): void {
    this.#failure = why;
    this.#tell();
  }

  state({ state }: ContextReport): ContextState {
    return this.#failure === undefined ? state : { kind: 'faulty', why: this.#failure };
  }

  /** Whether the projector is up to date and does nothing else, so that it answers at once. */
  get isLive(): boolean {
    if (this.#failure !== undefined) return false;
    for (const { state, filling } of this.#contexts.values()) if (filling || state.kind !== 'live') return false;
    return true;
  }

  report(context: string): ContextReport {
    const report = this.#contexts.get(context);
    if (!report) throw new UnknownContext(context);
    return report;
  }

  /** The file that answers for the context. @throws ReadModelRebuilding while there is none */
  file(context: string): string {
    const { answering, filling } = this.report(context);
    if (!answering) throw new ReadModelRebuilding(context, filling?.position ?? 0n, this.#head);
    return answering.file;
  }

  position(context: string): bigint {
    return this.report(context).answering?.position ?? -1n;
  }

  /** Resolves true when `passed`, asked after every report, says so; false after `timeoutMs`. */
  wait(passed: () => boolean, timeoutMs = Infinity): Promise<boolean> {
    if (passed()) return Promise.resolve(true);
    if (timeoutMs <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = timeoutMs === Infinity ? undefined : setTimeout(() => done(false), timeoutMs);
      const waiter: Waiter = { passed, resolve: () => done(true) };
      const done = (answer: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(answer);
      };
      this.#waiters.add(waiter);
    });
  }

  #tell(): void {
    for (const waiter of this.#waiters) if (waiter.passed()) waiter.resolve();
  }
}
