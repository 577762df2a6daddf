import type { Recorded } from '#kernel';
import { PlaceNeverBound } from '../errors.ts';
import { builderFor, compile, type Statement } from './kysely.ts';
import { Place, PlaceRegister, type Places } from './place.ts';
import { stepEvent, type StepEvent } from './step-event.ts';
import type { Kysely } from 'kysely';

/** What a parameter is: a value of the event, found by its path, or the same value every time. */
export type Binding = { readonly path: readonly string[] } | { readonly constant: unknown };

export interface CompiledStatement {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

/** A step as the projector runs it: only ever with events of the type it was declared for. */
export interface Step {
  readonly statements: readonly CompiledStatement[];
  derive?(event: Recorded): object;
  /** Which rows changed; without it, the event's subject. */
  changes?(event: Recorded): string | readonly string[];
}

export type StepResult = Statement | readonly Statement[];

/** Calls the step, once, and compiles what it returns. */
export function compileStep<Tables, Data, Derived>(
  name: string,
  step: (db: Kysely<Tables>, event: StepEvent<Data>, derived: Places<Derived>) => StepResult,
): readonly CompiledStatement[] {
  const register = new PlaceRegister();
  const result = step(builderFor<Tables>(), stepEvent<Data>(register), register.object(['derived']) as Places<Derived>);
  const compiled = (isList(result) ? result : [result]).map(compile);
  const unbound = register.unbound(new Set(compiled.flatMap(({ parameters }) => parameters)))[0];
  if (unbound) throw new PlaceNeverBound(name, unbound.path.join('.'));
  return compiled.map(({ sql, parameters }) => ({ sql, bindings: parameters.map(binding) }));
}

const isList = (result: StepResult): result is readonly Statement[] => Array.isArray(result);

const binding = (parameter: unknown): Binding => (parameter instanceof Place ? { path: parameter.path } : { constant: parameter });
