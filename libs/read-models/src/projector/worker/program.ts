import type { Database, Statement } from 'better-sqlite3';
import { binder, type Binder, type SqliteValue } from '../../declare/binder.ts';
import type { Step } from '../../declare/step.ts';
import { type Column, fuse, type Fused, type StepStatement } from './fused-statements.ts';
import type { LogEvent } from './log-event.ts';

interface Run {
  readonly statement: Statement<[SqliteValue[]]>;
  readonly binders: readonly Binder[];
  /** For each value, the step whose derivation it comes from. */
  readonly steps: readonly number[];
  /** Filled anew for each event: SQLite has copied the values when `run` returns. */
  readonly values: SqliteValue[];
}

/**
 * What one or several steps do with one type of event, with as few calls of SQLite as can be: mostly one, in which the
 * event's values are bound once for all projections that keep them (docs/adr/0011-one-statement-a-type.md).
 */
export class Program {
  readonly #steps: readonly Step[];
  readonly #derives: boolean;
  readonly #runs: readonly Run[];

  /** `name`: of the fused statement, unique in the connection; undefined: each statement for itself. */
  constructor(type: string, steps: readonly Step[], database: Database, name: string | undefined) {
    this.#steps = steps;
    this.#derives = steps.some((step) => step.derive !== undefined);
    const statements = steps.flatMap((step, index) => step.statements.map((statement): StepStatement => ({ ...statement, step: index })));
    const fused = name === undefined ? statements.map(asItIs(database)) : fusedWhereAllowed(name, type, statements, database);
    this.#runs = fused.map(({ statement, columns }) => ({
      statement,
      binders: columns.map(({ binding }) => binder(binding)),
      steps: columns.map(({ step }) => step),
      values: columns.map(() => null),
    }));
  }

  /** @throws what SQLite or a derivation throws; what was changed by then stays until the transaction is rolled back, if it is not already */
  run(event: LogEvent): void {
    const derived = this.#derives ? this.#steps.map((step) => step.derive?.(event)) : undefined;
    for (const { statement, binders, steps, values } of this.#runs) {
      for (let index = 0; index < binders.length; index++) values[index] = binders[index]?.(event, derived?.[steps[index] ?? 0]) ?? null;
      statement.run(values);
    }
  }
}

const asItIs =
  (database: Database) =>
  ({ sql, bindings, step }: StepStatement): Fused => ({
    statement: database.prepare<[SqliteValue[]]>(sql),
    columns: bindings.map((binding): Column => ({ binding, step })),
  });

/** All as one, or those that stand next to each other and may be fused; the others, and any that is alone, as they are. */
function fusedWhereAllowed(name: string, type: string, statements: readonly StepStatement[], database: Database): readonly Fused[] {
  if (statements.length < 2) return statements.map(asItIs(database));
  const all = fuse(name, type, statements, database);
  if (all) return [all];
  const middle = Math.ceil(statements.length / 2);
  return [
    ...fusedWhereAllowed(`${name}a`, type, statements.slice(0, middle), database),
    ...fusedWhereAllowed(`${name}b`, type, statements.slice(middle), database),
  ];
}
