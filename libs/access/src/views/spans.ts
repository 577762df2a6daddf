import { type Expression, type RawBuilder, sql } from 'kysely';
import { forever } from '#read-models';

/**
 * Stays are kept apart by how long they can count: up to a second, half a minute, 15 minutes, an hour, four hours, 16,
 * three days, 30 days, and without a bound. To find who was inside at an instant, each class is read back from that
 * instant only as far as its own length: the cost follows the number of people inside, not the size of the log, and
 * needs no R-tree, whose inserts would halve the speed of a rebuild. The short classes are for gates that a crowd goes
 * through: without them each look reads everyone of the last 15 minutes.
 */
const spans = [1_000, 30_000, 900_000, 3_600_000, 14_400_000, 57_600_000, 259_200_000, 2_592_000_000, forever] as const;

export const unbounded = spans.length - 1;

/** The class of a row that can count from `entered` until before `until`; NULL: without an end. */
export const spanOf = (entered: Expression<number>, until: Expression<number | null>): RawBuilder<number> =>
  sql<number>`case when ${until} is null then ${sql.lit(unbounded)} ${sql.join(
    spans.slice(0, -1).map((width, span) => sql`when ${until} - ${entered} <= ${sql.lit(width)} then ${sql.lit(span)}`),
    sql` `,
  )} else ${sql.lit(unbounded)} end`;

/** `(span, width)` of every class. */
export const everySpan: RawBuilder<{ span: number; width: number }> = sql`(${sql.join(
  spans.map((width, span) => sql`select ${sql.lit(span)} as span, ${sql.lit(width)} as width`),
  sql` union all `,
)})`;

/** `(0, 1, …)`: to search an index in which the class comes before the instant. */
export const spanNumbers: RawBuilder<unknown> = sql`(${sql.join(spans.map((_, span) => sql.lit(span)))})`;
