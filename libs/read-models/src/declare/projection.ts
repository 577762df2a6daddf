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
   * How one type of event changes the tables. The step is called once, when its statements are first asked for, with
   * places instead of values; what it returns is compiled once, and each event then only binds and runs it.
   */
  on<Type extends string, Data extends object, Derived extends object = Record<never, never>>(
    type: FactType<Type, Data>,
    step: ((db: Kysely<Tables>, event: StepEvent<Data>) => StepResult) | StepWithDerivation<Tables, Type, Data, Derived>,
  ): Projection<Tables>;
}

/** Declares a view's tables: `projection<{ presence: PresenceTable }>({ name, context, create }).on(guestAdmitted, …)`. */
export function projection<Tables>({ name, context, create }: ProjectionDefinition): Projection<Tables> {
  const schema = onceAsked(() => create(builderFor<Tables>().schema).map((statement) => compile(statement).sql));
  return withSteps<Tables>({ name, context }, schema, new Map());
}

function withSteps<Tables>(
  { name, context }: Pick<ProjectionDeclaration, 'name' | 'context'>,
  schema: () => readonly string[],
  steps: ReadonlyMap<string, Step>,
): Projection<Tables> {
  return {
    kind: 'projection',
    name,
    context,
    get schema() {
      return schema();
    },
    steps,
    on: <Type extends string, Data extends object, Derived extends object>(
      { type }: FactType<Type, Data>,
      how: ((db: Kysely<Tables>, event: StepEvent<Data>) => StepResult) | StepWithDerivation<Tables, Type, Data, Derived>,
    ) => {
      const named = `${context}.${name} on ${type}`;
      if (steps.has(type)) throw new DeclaredTwice('step', named);
      return withSteps<Tables>({ name, context }, schema, new Map([...steps, [type, stepOf(named, typeof how === 'function' ? { step: how } : how)]]));
    },
  };
}

function stepOf<Tables, Type extends string, Data extends object, Derived extends object>(
  name: string,
  { derive, changes, step }: StepWithDerivation<Tables, Type, Data, Derived>,
): Step {
  const statements = onceAsked(() => compileStep<Tables, Data, Derived>(name, step));
  return {
    get statements() {
      return statements();
    },
    ...(derive && { derive }),
    ...(changes && { changes }),
  };
}

/** Made when it is first asked for: every process declares the projections of all contexts, and only the projector's thread runs them. */
function onceAsked<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
