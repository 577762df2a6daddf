import { type Expression, type RawBuilder, sql } from 'kysely';
import { forever } from '../bitemporal/spans.ts';

/** Later than everything known, and earlier than the end of what is still believed. */
export const latest = forever - 1;

/** A list that an event carries, as rows: a step binds lists as JSON text. */
export const eachOf = (list: unknown) => sql<{ key: number; value: string }>`json_each(${list})`;

/**
 * The later of two instants. Not `max(…)`: where a step's statement calls a function anywhere, SQLite keeps a copy of each
 * page that it changes, in case the call fails (docs/adr/0060-steps-call-no-function.md).
 */
export const laterOf = (one: Expression<number>, other: Expression<number>): RawBuilder<number> => sql<number>`iif(${one} > ${other}, ${one}, ${other})`;

/** A JSON list of ids and codes, which hold nothing that JSON writes in another way. Not `json_array(…)`, as `laterOf` is not `max(…)`. */
export const jsonList = (...items: readonly Expression<unknown>[]): RawBuilder<string> => sql<string>`'["' || ${sql.join(items, sql` || '","' || `)} || '"]'`;

/** The earlier of two instants, likewise. */
export const earlierOf = (one: Expression<number>, other: Expression<number>): RawBuilder<number> => sql<number>`iif(${one} < ${other}, ${one}, ${other})`;
