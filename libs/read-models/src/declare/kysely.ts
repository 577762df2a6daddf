import { type Compilable, type CompiledQuery, DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/** Anything Kysely builds: a query, a statement of the schema, or `sql` text. */
export type Statement<Row = unknown> = Compilable<Row> | RawBuilder<Row>;

/** Builds and compiles; it has no database behind it, so `execute()` finds nothing. */
const builder = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A builder for these tables: only the types differ. */
export const builderFor = <Tables>(): Kysely<Tables> => builder as Kysely<Tables>;

export const compile = (statement: Statement): CompiledQuery => statement.compile(builder);
