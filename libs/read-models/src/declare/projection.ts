import type { FactType, Recorded } from '#kernel';
import type { Kysely, SchemaModule } from 'kysely';
import { DeclaredTwice } from '../errors.ts';
import { builderFor, compile, type Statement } from './kysely.ts';
import type { Places } from './place.ts';
import { compileStep, type Step, type StepResult } from './step.ts';
import type { StepEvent } from './step-event.ts';

export interface ProjectionDefinition {
  /** Unique in its context; the name that changes are announced under. */
  readonly name: string;
  /** The context whose file holds the tables. A query may join all tables of one context. */
  readonly context: string;
  /** The tables and indexes. Every key comes from the event, never from a counter: a rebuild yields identical tables. */
  readonly create: (schema: SchemaModule) => readonly Statement[];
}

/** An event as `derive` and `changes` see it: the real one, read only. */
export type EventOf<Type extends string, Data extends object> = Recorded<{ readonly type: Type; readonly data: Data }>;

export interface StepWithDerivation<Tables, Type extends string, Data extends object, Derived extends object> {
  /** Pure: what SQL cannot compute from the event. Its fields become places. */
  readonly derive?: (event: EventOf<Type, Data>) => Derived;
  readonly step: (db: Kysely<Tables>, event: StepEvent<Data>, derived: Places<Derived>) => StepResult;
  /** Pure: the keys of the rows that change, for those who watch. Without it, the event's subject. */
  readonly changes?: (event: EventOf<Type, Data>) => string | readonly string[];
}

/** A projection as the projector sees it, its tables erased. */
export interface ProjectionDeclaration {
  readonly kind: 'projection';
  readonly name: string;
  readonly context: string;
  /** SQL that makes the tables, in order. */
  readonly schema: readonly string[];
  readonly steps: ReadonlyMap<string, Step>;
}

export interface Projection<Tables> extends ProjectionDeclaration {
  /** Never present: carries the tables' types. */
  readonly tables?: Tables;
  /**
   * How one type of event changes the tables. The step is called once, here, with places instead of values; what it
   * returns is compiled once, and each event then only binds and runs it.
   */
  on<Type extends string, Data extends object, Derived extends object = Record<never, never>>(
    type: FactType<Type, Data>,
    step: ((db: Kysely<Tables>, event: StepEvent<Data>) => StepResult) | StepWithDerivation<Tables, Type, Data, Derived>,
  ): Projection<Tables>;
}

/** Declares a view's tables: `projection<{ presence: PresenceTable }>({ name, context, create }).on(guestAdmitted, …)`. */
export function projection<Tables>(definition: ProjectionDefinition): Projection<Tables> {
  const schema = definition.create(builderFor<Tables>().schema).map((statement) => compile(statement).sql);
  return withSteps<Tables>({ kind: 'projection', name: definition.name, context: definition.context, schema, steps: new Map() });
}

function withSteps<Tables>(declared: ProjectionDeclaration): Projection<Tables> {
  return {
    ...declared,
    on: <Type extends string, Data extends object, Derived extends object>(
      { type }: FactType<Type, Data>,
      how: ((db: Kysely<Tables>, event: StepEvent<Data>) => StepResult) | StepWithDerivation<Tables, Type, Data, Derived>,
    ) => {
      const name = `${declared.context}.${declared.name} on ${type}`;
      if (declared.steps.has(type)) throw new DeclaredTwice('step', name);
      const step = typeof how === 'function' ? { statements: compileStep<Tables, Data, Derived>(name, how) } : stepWithDerivation(name, how);
      return withSteps<Tables>({ ...declared, steps: new Map([...declared.steps, [type, step]]) });
    },
  };
}

const stepWithDerivation = <Tables, Type extends string, Data extends object, Derived extends object>(
  name: string,
  { derive, changes, step }: StepWithDerivation<Tables, Type, Data, Derived>,
): Step => ({
  statements: compileStep<Tables, Data, Derived>(name, step),
  ...(derive && { derive }),
  ...(changes && { changes }),
});
