import type { Database } from 'better-sqlite3';
import type { ProjectionDeclaration } from '../../declare/projection.ts';
import type { LogEvent } from './log-event.ts';
import { Parking } from './parking.ts';
import { type PreparedStep, prepareSteps, type StepsOfType } from './prepared-steps.ts';
import { isOfTheMachine } from './sqlite-errors.ts';

/** Rows that changed: projection → keys. */
export type Touched = Map<string, Set<string>>;

/** The steps of one context over its file, and the events that they could not take. */
export class FileSteps {
  readonly #database: Database;
  readonly #steps: ReadonlyMap<string, StepsOfType>;
  readonly #parking: Parking;

  constructor(projections: readonly ProjectionDeclaration[], database: Database) {
    this.#database = database;
    this.#steps = prepareSteps(projections, database);
    this.#parking = new Parking(database);
  }

  get parked(): number {
    return this.#parking.count;
  }

  /** Whether an event of this type changes anything here. */
  take(type: string): boolean {
    return this.#steps.has(type);
  }

  /** All steps of each event together. @throws what a step throws: the transaction is then to be rolled back, if it is not already */
  run(events: readonly LogEvent[]): void {
    for (const event of events) {
      const taking = this.#steps.get(event.type);
      if (taking) this.#runAll(taking, event);
    }
  }

  /** The slow way, for events in which a step has thrown: each step by itself, and parked what cannot be taken. @throws the machine's failures */
  runApart(events: readonly LogEvent[]): void {
    for (const event of events) this.#eachUnlessHeld(this.#steps.get(event.type)?.steps ?? [], event, (step) => this.#runOrPark(step, event));
  }

  /** Adds what these events changed. */
  collect(events: readonly LogEvent[], touched: Touched): void {
    for (const event of events)
      for (const step of this.#steps.get(event.type)?.steps ?? []) {
        if (this.#parking.holds(step.projection, event)) continue;
        const keys = touched.get(step.projection) ?? new Set();
        touched.set(step.projection, keys);
        for (const key of step.changed(event)) keys.add(key);
      }
  }

  /** After a transaction was rolled back. */
  reload(): void {
    this.#parking.reload();
  }

  #runAll({ steps, together }: StepsOfType, event: LogEvent): void {
    if (this.#parking.empty || !steps.some(({ projection }) => this.#parking.holds(projection, event))) together.run(event);
    else this.#eachUnlessHeld(steps, event, (step) => step.run(event));
  }

  #eachUnlessHeld(steps: readonly PreparedStep[], event: LogEvent, run: (step: PreparedStep) => void): void {
    for (const step of steps) {
      if (this.#parking.holds(step.projection, event)) this.#parking.park(step.projection, event, null);
      else run(step);
    }
  }

  /** What the step changed before it threw is undone. */
  #runOrPark(step: PreparedStep, event: LogEvent): void {
    this.#database.exec('savepoint step');
    try {
      step.run(event);
    } catch (error) {
      if (isOfTheMachine(error)) throw error;
      this.#database.exec('rollback to step');
      this.#parking.park(step.projection, event, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
    this.#database.exec('release step');
  }
}
