import { type Expression, type RawBuilder, sql } from 'kysely';

/** What does not fit is found by a query of these columns. */
export const intoDoubts = sql`insert into box_doubt (what, about, subject, area, at, events, known_from)`;

/** What was found before of a kind in which something has a part; the list of those is short. */
export const forgetDoubts = (what: string, about: Expression<string>): RawBuilder<unknown> =>
  sql`delete from box_doubt where what = ${sql.lit(what)} and exists (select 1 from json_each(box_doubt.about) a where a.value = ${about})`;
