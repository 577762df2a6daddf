import { type AliasedRawBuilder, sql } from 'kysely';
import type { TimelineNames } from './names.ts';
import { everySpan, forever } from './spans.ts';

export interface AskedAsOf {
  readonly at: number;
  readonly knownAt?: number | undefined;
  readonly by: Readonly<Record<string, unknown>>;
}

/**
 * A row counts only where both of its intervals do, so it began at most its own length before the earlier of the two
 * instants: each class of rows is read back only so far.
 */
export function heldAt<Row>(
  { pieces, by, spans, columns }: TimelineNames,
  { at, knownAt = forever - 1, by: asked }: AskedAsOf,
): AliasedRawBuilder<Row, 'held'> {
  const since = Math.min(at, knownAt);
  const fixed = sql.join(
    by.map((column) => sql`p.${sql.ref(column)} = ${asked[column]} and `),
    sql``,
  );
  return sql<Row>`(
    select p.subject, p.revision, p.piece, p.told, p.effective_from, p.effective_to, p.known_from, p.known_to${sql.join(
      columns.map(([column]) => sql`, p.${sql.ref(column)}`),
      sql``,
    )}
    from ${everySpan(spans)} w cross join ${pieces} p on ${fixed}p.span = w.span and p.effective_from between ${since} - w.width and ${at}
    where p.effective_to > ${at} and p.known_from <= ${knownAt} and p.known_to > ${knownAt}
  )`.as('held');
}
