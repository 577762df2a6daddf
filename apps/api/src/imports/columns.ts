import { FileRefused } from './faults.ts';

/** The columns that a kind of file may have: how each may be called, and what for. The first name is the one we write. */
export type Columns<Name extends string = string> = Readonly<Record<Name, readonly string[]>>;

/** What became of a column of the file: `known` by that name, `ignored` since we wrote it, or `unknown`. */
export type ColumnFound =
  { readonly header: string; readonly is: 'known'; readonly column: string } | { readonly header: string; readonly is: 'ignored' | 'unknown' };

/** What we add to rejected rows; a file that is sent again still has them. */
export const rejectionColumns = ['rejected_line', 'rejected_column', 'rejected_value', 'rejected_reason'] as const;

const key = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}:]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Item quantities stand in columns of their own: `item:ballot-president`, `barang:tinta`. */
const itemHeader = /^(?:item|barang)\s*:\s*([a-z0-9-]{1,40})$/i;
const itemPrefix = 'item:';
const itemColumn = (item: string): string => `${itemPrefix}${item}`;

/** The item whose quantities stand in the column, if it is one of those. */
export const itemIn = (column: string): string | undefined => (column.startsWith(itemPrefix) ? column.slice(itemPrefix.length) : undefined);

/**
 * Which column of the file is which, in any order and either language.
 * @throws FileRefused when two are the same
 */
export function columnsIn(header: readonly string[], columns: Columns, { withItems }: { readonly withItems: boolean }): readonly ColumnFound[] {
  const byName = new Map(Object.entries(columns).flatMap(([name, names]) => [name, ...names].map((each) => [key(each), name] as const)));
  const found = header.map((title): ColumnFound => {
    const item = withItems ? itemHeader.exec(title.trim())?.[1]?.toLowerCase() : undefined;
    const column = item === undefined ? byName.get(key(title)) : itemColumn(item);
    if (column !== undefined) return { header: title, is: 'known', column };
    return { header: title, is: rejectionColumns.some((each) => each === key(title)) || title === '' ? 'ignored' : 'unknown' };
  });
  for (const { column, headers } of groups(found)) if (headers.length > 1) throw new FileRefused('column-twice', { column, headers });
  return found;
}

function groups(found: readonly ColumnFound[]): readonly { readonly column: string; readonly headers: readonly string[] }[] {
  const headers = new Map<string, string[]>();
  for (const each of found) if (each.is === 'known') headers.set(each.column, [...(headers.get(each.column) ?? []), each.header]);
  return [...headers].map(([column, named]) => ({ column, headers: named }));
}
