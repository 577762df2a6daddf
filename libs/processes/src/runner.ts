import type { RecordedCommand, Telling } from '#cqrs';
import { KeyUsedOtherwise, NotPermitted, Objected, OutOfScope } from '#cqrs';
import type { EventStore } from '#event-store';
import { naturalId, uuidv5 } from '#kernel';
import type { Asked, Clock, CommandSlice, Instant } from '#kernel';
import { asList, contextOf, type ReadModels } from '#read-models';
import type { Action, InTheWay, ProcessManager } from './process-manager.ts';
import { startedAt } from './started.ts';

export interface RunnerOptions {
  readonly store: EventStore;
  readonly readModels: Pick<ReadModels, 'run' | 'waitFor' | 'onChange'>;
  readonly clock: Clock;
  readonly record: <C extends object>(slice: CommandSlice<C>, asked: Asked<C>, telling: Telling) => Promise<RecordedCommand>;
  readonly processes: readonly ProcessManager[];
  /** Told about what went wrong with a to-do; it is tried again. */
  readonly onTrouble: (process: string, error: unknown) => void;
  /** To-dos taken at once. Default 100. */
  readonly batch?: number;
  /** How long at most between two looks at the deadlines, ms: the clock may be set. Default 5,000. */
  readonly longestSleep?: number;
  /** Wait after trouble, ms. Default 1,000. */
  readonly retryAfter?: number;
  /** Least time between two rounds of a process, ms: under load one look serves many changes. Default 200. */
  readonly calm?: number;
}

/**
 * Runs process managers: when their projection has changed and is live, and when a deadline passes. Everything they
 * know is in the log, so they may be killed at any instant, and run on every node: the command ids are derived.
 */
export class ProcessRunner {
  readonly #options: Required<RunnerOptions>;
  readonly #running: Running[] = [];
  #stopWatching: () => void = () => undefined;

  constructor(options: RunnerOptions) {
    this.#options = { batch: 100, longestSleep: 5_000, retryAfter: 1_000, calm: 200, ...options };
  }

  async start(): Promise<void> {
    const { processes, store, clock, readModels } = this.#options;
    for (const process of processes) this.#running.push(new Running(process, await startedAt(process.name, store, clock), this.#options));
    this.#stopWatching = readModels.onChange(({ context }) => {
      for (const running of this.#running) if (running.context === context) running.wake();
    });
    for (const running of this.#running) running.wake();
  }

  /** Resolves when every process has nothing due at this instant. For the demonstration, whose clock is set, and tests. */
  async settle(): Promise<void> {
    for (let acted = true; acted;) {
      acted = false;
      for (const running of this.#running) acted = (await running.settle()) || acted;
    }
  }

  async close(): Promise<void> {
    this.#stopWatching();
    await Promise.all(this.#running.map((running) => running.close()));
  }
}

class Running {
  readonly context: string;
  readonly #process: ProcessManager;
  readonly #since: Instant;
  readonly #options: Required<RunnerOptions>;
  /** To-dos whose command was objected to: someone else saw to it, or it does not fit; not tried again until restart. */
  readonly #given = new Set<string>();
  #turn: Promise<boolean> = Promise.resolve(false);
  #pending = false;
  #lastRound = -Infinity;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(process: ProcessManager, since: Instant, options: Required<RunnerOptions>) {
    this.#process = process;
    this.#since = since;
    this.#options = options;
    this.context = contextOf(`process "${process.name}"`, asList(process.from));
  }

  wake(): void {
    if (this.#pending || this.#closed) return;
    this.#pending = true;
    const rested = performance.now() - this.#lastRound;
    if (rested >= this.#options.calm) void this.settle();
    else setTimeout(() => void this.settle(), this.#options.calm - rested).unref();
  }

  /** One turn after the turn under way; true when something was tried. */
  settle(): Promise<boolean> {
    this.#turn = this.#turn.then(() => this.#round());
    return this.#turn;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#turn;
  }

  async #round(): Promise<boolean> {
    this.#pending = false;
    this.#lastRound = performance.now();
    if (this.#isClosed()) return false;
    let acted = false;
    try {
      await this.#caughtUp();
      while (!this.#isClosed() && (await this.#actOnDue())) acted = true;
      await this.#sleepUntilDeadline();
    } catch (error) {
      this.#options.onTrouble(this.#process.name, error);
      this.#sleep(this.#options.retryAfter);
    }
    return acted;
  }

  /** Asked anew: it may be closed at any await. */
  #isClosed(): boolean {
    return this.#closed;
  }

  /** Only a process that has seen everything knows what is still open. */
  async #caughtUp(): Promise<void> {
    const { readModels, store } = this.#options;
    const head = await store.head();
    if (!(await readModels.waitFor(head, this.context, this.#options.longestSleep))) throw new NotCaughtUp(this.#process.name);
  }

  /** False when there was nothing left to try. */
  async #actOnDue(): Promise<boolean> {
    const { readModels, clock, batch } = this.#options;
    // However many are due, and however many of the oldest stay open for ever: the others get their turn.
    const most = batch + this.#given.size;
    const { rows } = await readModels.run(this.#process.from, this.#process.due({ now: clock.now(), since: this.#since }), most);
    let [tried, last]: [boolean, bigint | undefined] = [false, undefined];
    for (const todo of rows) {
      const action = this.#process.act(todo);
      if (this.#given.has(action.key) || this.#closed) continue;
      tried = true;
      last = (await this.#act(action)) ?? last;
    }
    if (last !== undefined) await readModels.waitFor(last, this.context, this.#options.longestSleep);
    return tried;
  }

  async #act(action: Action): Promise<bigint | undefined> {
    try {
      return await this.#record(action);
    } catch (error) {
      if (action.otherwise && error instanceof KeyUsedOtherwise) return this.#leave(action);
      if (!isInTheWay(error)) throw error;
      if (action.otherwise) return this.#otherwise(action.otherwise(error));
      // One to-do that cannot be done must not hold up the others.
      if (!(error instanceof Objected)) this.#options.onTrouble(this.#process.name, error);
      return this.#leave(action);
    }
  }

  #leave({ key }: Action): undefined {
    this.#given.add(key);
  }

  /** What another node has done or said of the same to-do meanwhile stands instead. */
  async #otherwise(instead: Action): Promise<bigint | undefined> {
    try {
      return await this.#record(instead);
    } catch (error) {
      if (!(error instanceof Objected) && !(error instanceof KeyUsedOtherwise)) throw error;
      return this.#leave(instead);
    }
  }

  async #record(action: Action): Promise<bigint> {
    const commandId = uuidv5(naturalId('process', this.#process.name), action.key);
    const { position, repeated } = await this.#options.record(action.slice, action.asked, this.#telling(action, commandId));
    // A to-do that stays open although its command stands in the log would be acted on for ever.
    if (repeated) this.#given.add(action.key);
    return position;
  }

  #telling({ occurredAt, causationId, onBehalfOf }: Action, commandId: string): Telling {
    return {
      commandId,
      principal: { kind: 'process', role: `process:${this.#process.name}` },
      voice: onBehalfOf ? 'testified' : 'asked',
      ...(onBehalfOf && { method: onBehalfOf.method, author: onBehalfOf.user }),
      ...(onBehalfOf?.accepted && { accepted: onBehalfOf.accepted }),
      ...(occurredAt !== undefined && { occurredAt }),
      ...(causationId !== undefined && { causationId }),
    };
  }

  async #sleepUntilDeadline(): Promise<void> {
    const { readModels, clock, longestSleep } = this.#options;
    const statement = this.#process.nextDeadline?.({ now: clock.now(), since: this.#since });
    const due = statement && (await readModels.run(this.#process.from, statement)).rows[0]?.due;
    if (due !== undefined && due !== null) this.#sleep(Math.min(Math.max(due - clock.now(), 10), longestSleep));
  }

  #sleep(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.wake(), ms);
    this.#timer.unref();
  }
}

const isInTheWay = (error: unknown): error is InTheWay => error instanceof Objected || error instanceof NotPermitted || error instanceof OutOfScope;

/** The projection of the to-dos is behind the log; the process waits. */
export class NotCaughtUp extends Error {
  override readonly name = 'NotCaughtUp';
  constructor(process: string) {
    super(`The process ${process} waits: its to-dos have not caught up with the log yet.`);
  }
}
