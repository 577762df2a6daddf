import type { Database, Statement } from 'better-sqlite3';
import type { ProjectionDeclaration } from '../../declare/projection.ts';
import { StepSelects } from '../../errors.ts';
import { binder, type Binder, type SqliteValue } from '../../declare/binder.ts';
import type { LogEvent } from './log-event.ts';
import type { Step } from '../../declare/step.ts';

interface Run {
  readonly statement: Statement<SqliteValue[]>;
  readonly binders: readonly Binder[];
}

/** One projection's step for one type of event, prepared on one file. */
export class PreparedStep {
  readonly projection: string;
  readonly #step: Step;
  readonly #runs: readonly Run[];

  constructor(projection: string, step: Step, database: Database) {
    this.projection = projection;
    this.#step = step;
    this.#runs = step.statements.map(({ sql, bindings }) => {
      const statement = database.prepare<SqliteValue[]>(sql);
      if (statement.reader) throw new StepSelects(projection, sql);
      return { statement, binders: bindings.map(binder) };
    });
  }

  run(event: LogEvent): void {
    const derived = this.#step.derive?.(event);
    for (const { statement, binders } of this.#runs) {
      const values = new Array<SqliteValue>(binders.length);
      for (let index = 0; index < binders.length; index++) values[index] = binders[index]?.(event, derived) ?? null;
      statement.run(values as never);
    }
  }

  /** The rows are written already: an error in naming them costs a watcher nothing but the subject's name. */
  changed(event: LogEvent): readonly string[] {
    try {
      const keys = this.#step.changes?.(event) ?? event.subject;
      return typeof keys === 'string' ? [keys] : keys;
    } catch {
      return [event.subject];
    }
  }
}

/** For every type of event, the steps of all projections of the file, in the order they were declared. */
export function prepareSteps(projections: readonly ProjectionDeclaration[], database: Database): ReadonlyMap<string, readonly PreparedStep[]> {
  const byType = new Map<string, PreparedStep[]>();
  for (const { name, steps } of projections)
    for (const [type, step] of steps) byType.set(type, [...(byType.get(type) ?? []), new PreparedStep(name, step, database)]);
  return byType;
}
