import { type RawBuilder, sql } from 'kysely';

interface Guarded {
  /** Of the view to insert into, with these columns; conditions and statements find them as `new.…`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly when: RawBuilder<unknown>;
  readonly statements: readonly RawBuilder<unknown>[];
}

/**
 * Statements that run only when a condition holds: `insert into <name> … values …` in a step asks for them. For what an
 * ordinary event needs nothing of, since statements that find nothing to do still cost more than what such an event does.
 * Two triggers on views that hold nothing: SQLite makes room for all of a trigger's program before it looks at its
 * condition, so the one with the condition only calls the one with the work.
 */
export function guarded({ name, columns, when, statements }: Guarded): readonly RawBuilder<unknown>[] {
  const [asked, done] = [sql.ref(name), sql.ref(`${name}_now`)];
  const view = (called: RawBuilder<unknown>) => sql`create view ${called} as select ${sql.join(columns.map((column) => sql`null as ${sql.ref(column)}`))}`;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql.ref(`new.${column}`)));
  return [
    view(done),
    sql`create trigger ${sql.ref(`${name}_done`)} instead of insert on ${done} begin ${sql.join(statements, sql`; `)}; end`,
    view(asked),
    sql`create trigger ${sql.ref(`${name}_asked`)} instead of insert on ${asked} when ${when} begin insert into ${done} (${names}) values (${values}); end`,
  ];
}
