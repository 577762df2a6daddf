import { type Expression, type RawBuilder, sql } from 'kysely';

/** A JSON list of the values, sorted: what names a contradiction, in whichever order it was found. */
export const sortedList = (...items: readonly (RawBuilder<unknown> | Expression<unknown>)[]): RawBuilder<unknown> =>
  sql`(select json_group_array(item) from (select * from (${sql.join(
    items.map((item) => sql`select ${item} as item`),
    sql` union all `,
  )}) order by item))`;
