import type { Paging } from '../declare/query.ts';
import { InvalidPage } from '../errors.ts';
import type { PageKey, PageRequest } from '../port.ts';
import type { ReaderStatement, Row } from '../readers/messages.ts';

type Order = readonly [column: string, direction: 'asc' | 'desc'];

const orders = ({ by }: Paging): readonly Order[] => by.map((column) => (typeof column === 'string' ? [column, 'asc'] : column));
const quoted = (column: string): string => `"${column.replaceAll('"', '""')}"`;

/** How many rows the page has: what was asked for, within the slice's bounds. Where it has none, whoever asks knows theirs. */
export const pageSize = ({ size = 50, max = Infinity }: Paging, asked: number | undefined): number => Math.max(1, Math.min(asked ?? size, max));

/** The statement's rows after the key, in order, one more than the page holds: it says whether there is a next page. */
export function paged({ sql, parameters }: ReaderStatement, paging: Paging, { after, size }: PageRequest): ReaderStatement {
  const order = orders(paging);
  const beyond = after && comparison(order, after);
  const text = `select * from (${sql})${beyond ? ` where ${beyond.sql}` : ''} order by ${order.map(([column, direction]) => `${quoted(column)} ${direction}`).join(', ')} limit ${pageSize(paging, size) + 1}`;
  return { sql: text, parameters: [...parameters, ...(beyond?.parameters ?? [])] };
}

/** The statement's first rows, in its own order: SQLite keeps that of a subquery that is all there is to select from. */
export const firstOf = ({ sql, parameters }: ReaderStatement, most: number): ReaderStatement => ({
  sql: `select * from (${sql}) limit ${Math.max(1, Math.floor(most))}`,
  parameters,
});

/** The page without the row too many, and the key of its last row when there is a next page. */
export function cut(rows: readonly Row[], paging: Paging, asked: number | undefined): { readonly rows: readonly Row[]; readonly next?: PageKey } {
  const size = pageSize(paging, asked);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, ...(rows.length > size && last && { next: orders(paging).map(([column]) => keyOf(last, column)) }) };
}

function keyOf(row: Row, column: string): string | number {
  const value = row[column];
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new InvalidPage(`The column "${column}", by which pages are cut, holds neither text nor a number.`);
}

/** One direction: a row value, which SQLite finds in an index. Mixed directions: spelled out, with the first column as a bound. */
function comparison(order: readonly Order[], after: PageKey): ReaderStatement {
  if (after.length !== order.length) throw new InvalidPage(`A page is cut by ${order.length} columns, but the key has ${after.length}.`);
  const sign = (direction: 'asc' | 'desc'): string => (direction === 'asc' ? '>' : '<');
  const [first] = order;
  if (order.every(([, direction]) => direction === first?.[1]))
    return {
      sql: `(${order.map(([column]) => quoted(column)).join(', ')}) ${sign(first?.[1] ?? 'asc')} (${order.map(() => '+?').join(', ')})`,
      parameters: after,
    };
  const cases = order.map(([column, direction], index) =>
    [...order.slice(0, index).map(([equal]) => `${quoted(equal)} = +?`), `${quoted(column)} ${sign(direction)} +?`].join(' and '),
  );
  return { sql: `(${cases.join(' or ')})`, parameters: order.flatMap((_, index) => after.slice(0, index + 1)) };
}
