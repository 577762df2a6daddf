import { type AliasedExpression, type AliasableExpression, type OperationNode, sql, ValueNode } from 'kysely';
import { StepReadsAValue } from '../errors.ts';

/**
 * Where an event's value will be bound: an SQL parameter, not a value. A step is called once, when it is declared,
 * so there is nothing to compare or to compute with here; that is what SQL and `derive` are for.
 */
export class Place<T> implements AliasableExpression<T> {
  readonly path: readonly string[];
  constructor(path: readonly string[]) {
    this.path = path;
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  /** The parameter that Kysely compiles holds this place itself. */
  toOperationNode(): OperationNode {
    return ValueNode.create(this);
  }

  as<Alias extends string>(alias: Alias): AliasedExpression<T, Alias> {
    return sql<T>`${this}`.as(alias);
  }

  [Symbol.toPrimitive](): never {
    throw new StepReadsAValue(this.path.join('.'));
  }

  toJSON(): never {
    throw new StepReadsAValue(this.path.join('.'));
  }
}

/** What SQLite gets for a value: booleans as 0 or 1, what is absent as NULL, objects and arrays as JSON text. */
export type Bound<T> = T extends undefined | null ? null : T extends boolean | bigint ? number : T extends string | number ? T : string;

type KeysOf<Data> = Data extends unknown ? keyof Data & string : never;
type ValueOf<Data, Key extends string> = Data extends unknown ? (Key extends keyof Data ? Data[Key] : undefined) : never;

/** The fields of an object as places; a field that may be absent binds NULL. */
export type Places<Data> = { readonly [Key in KeysOf<Data>]: Place<Bound<ValueOf<Data, Key>>> };

/** Keeps every place that a step asked for, to find those it never bound. */
export class PlaceRegister {
  readonly #made: Place<unknown>[] = [];

  make(path: readonly string[]): Place<unknown> {
    const place = new Place<unknown>(path);
    this.#made.push(place);
    return place;
  }

  unbound(bound: ReadonlySet<unknown>): readonly Place<unknown>[] {
    return this.#made.filter((place) => !bound.has(place));
  }

  /** An object each of whose fields is a place; which fields there are is only known to the types. */
  object(path: readonly string[]): object {
    return new Proxy(Object.create(null) as object, {
      get: (_, field) => (typeof field === 'string' ? this.make([...path, field]) : this.#notListed(path)),
      has: () => this.#notListed(path),
      ownKeys: () => this.#notListed(path),
    });
  }

  #notListed(path: readonly string[]): never {
    throw new StepReadsAValue(`the fields of ${path.join('.')}`);
  }
}
