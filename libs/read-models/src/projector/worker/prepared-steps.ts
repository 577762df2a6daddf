import type { Database } from 'better-sqlite3';
import type { ProjectionDeclaration } from '../../declare/projection.ts';
import type { Step } from '../../declare/step.ts';
import { StepSelects } from '../../errors.ts';
import { mayBeFused } from './fused-statements.ts';
import type { LogEvent } from './log-event.ts';
import { Program } from './program.ts';

/**
 * One projection's step for one type of event on one file. Prepared when it first runs by itself, which it only does beside
 * an event that was parked: a start of the projector prepares hundreds that nobody asks for.
 */
export class PreparedStep {
  readonly projection: string;
  readonly #step: Step;
  readonly #prepare: () => Program;
  #program: Program | undefined;

  constructor(projection: string, type: string, step: Step, database: Database) {
    this.projection = projection;
    this.#step = step;
    for (const { sql } of step.statements) if (database.prepare(sql).reader) throw new StepSelects(projection, sql);
    this.#prepare = () => new Program(type, [step], database, undefined);
  }

  run(event: LogEvent): void {
    this.#program ??= this.#prepare();
    this.#program.run(event);
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

/** Everything that a file does with one type of event. */
export interface StepsOfType {
  /** One for each projection that takes it, in the order they were declared. */
  readonly steps: readonly PreparedStep[];
  /** The same, all at once. */
  readonly together: Program;
}

export function prepareSteps(projections: readonly ProjectionDeclaration[], database: Database): ReadonlyMap<string, StepsOfType> {
  const types = new Set(projections.flatMap(({ steps }) => [...steps.keys()]));
  const fusable = projections.every(({ schema }) => schema.every(mayBeFused));
  return new Map(
    [...types].map((type, index) => {
      const taking = projections.flatMap(({ name, steps }) => {
        const step = steps.get(type);
        return step ? [{ name, step }] : [];
      });
      const steps = taking.map(({ name, step }) => new PreparedStep(name, type, step, database));
      const together = new Program(
        type,
        taking.map(({ step }) => step),
        database,
        fusable ? `saksi_step_${index}` : undefined,
      );
      return [type, { steps, together }];
    }),
  );
}
