import { sql } from 'kysely';
import { forever } from '../bitemporal/spans.ts';

/** Later than everything known, and earlier than the end of what is still believed. */
export const latest = forever - 1;

/** A list that an event carries, as rows: a step binds lists as JSON text. */
export const eachOf = (list: unknown) => sql<{ key: number; value: string }>`json_each(${list})`;
