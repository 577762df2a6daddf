import { type Expression, type RawBuilder, sql } from 'kysely';
import { ordinarySpans } from './spans.ts';

type Given = Readonly<Record<string, unknown>>;

/** The tables and columns of one timeline, as SQL. */
export class TimelineNames {
  readonly name: string;
  readonly pieces: RawBuilder<unknown>;
  readonly told: RawBuilder<unknown>;
  readonly columns: readonly (readonly [name: string, type: 'text' | 'integer'])[];
  readonly by: readonly string[];
  readonly spans: readonly number[];

  constructor({
    name,
    values,
    by,
    spans = ordinarySpans,
  }: {
    name: string;
    values: Readonly<Record<string, 'text' | 'integer'>>;
    by: readonly string[];
    spans?: readonly number[];
  }) {
    this.name = name;
    this.pieces = sql.table(name);
    this.told = sql.table(`${name}_told`);
    this.columns = Object.entries(values);
    this.by = by;
    this.spans = spans;
  }

  /** `, "post", "door"`, to follow other columns. */
  values(): RawBuilder<unknown> {
    return this.#each((column) => sql.ref(column));
  }

  /** `, ?, ?`: what is given for each column, NULL without. */
  given(given: Given): RawBuilder<unknown> {
    return this.#each((column) => sql`${given[column] ?? null}`);
  }

  /** `, coalesce(?, "post")`: what is given, else what stands there. */
  givenOrKept(given: Given): RawBuilder<unknown> {
    return this.#each((column) => (given[column] === undefined ? sql.ref(column) : sql`coalesce(${given[column]}, ${sql.ref(column)})`));
  }

  #each(make: (column: string) => Expression<unknown>): RawBuilder<unknown> {
    return sql.join(
      this.columns.map(([column]) => sql`, ${make(column)}`),
      sql``,
    );
  }
}
