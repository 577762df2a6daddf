import { type Expression, type RawBuilder, sql } from 'kysely';

/** The end of what has no end: the greatest integer that JavaScript and SQLite both hold exactly. */
export const forever = Number.MAX_SAFE_INTEGER;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Rows are kept apart by how long they can count: up to 15 minutes, an hour, 4, 16, three days, 30 days, without bound.
 * To find what held at an instant, each class is read back from it only as far as its own length, so the cost follows
 * what held around then and not the size of the log (docs/adr/0010-as-of-index.md).
 */
export const ordinarySpans: readonly number[] = [15 * minute, hour, 4 * hour, 16 * hour, 3 * day, 30 * day];

/** The class of a row that can count for so long, ms. */
export const spanOf = (widths: readonly number[], length: Expression<number>): RawBuilder<number> =>
  sql<number>`case ${sql.join(
    widths.map((width, span) => sql`when ${length} <= ${sql.lit(width)} then ${sql.lit(span)}`),
    sql` `,
  )} else ${sql.lit(widths.length)} end`;

/** `(span, width)` of every class. */
export const everySpan = (widths: readonly number[]): RawBuilder<{ span: number; width: number }> =>
  sql`(${sql.join(
    [...widths, forever].map((width, span) => sql`select ${sql.lit(span)} as span, ${sql.lit(width)} as width`),
    sql` union all `,
  )})`;
