import { rejectionColumns, type ColumnFound } from './columns.ts';
import type { TableRow } from './tables/row.ts';
import { writeTable } from './tables/write.ts';
import type { Rejection } from './understanding.ts';

/** The rows that were rejected, in the order in which they stood, each with why: to be corrected and sent again as it is. */
export function rejectedFile(
  sent: Uint8Array,
  columns: readonly ColumnFound[],
  rejected: readonly { readonly row: TableRow; readonly rejections: readonly Rejection[] }[],
): Promise<Uint8Array> {
  const kept = columns.flatMap((column, index) => (column.is === 'ignored' ? [] : [{ header: column.header, index }]));
  const rows = rejected
    .toSorted((one, other) => one.row.line - other.row.line)
    .map(({ row, rejections }) => [
      ...kept.map(({ index }) => row.cells[index] ?? ''),
      String(row.line),
      rejections.map(({ column }) => column).join('; '),
      rejections.map(({ value }) => value).join('; '),
      rejections.map(({ reason }) => reason).join(' '),
    ]);
  return writeTable(sent, [...kept.map(({ header }) => header), ...rejectionColumns], rows);
}
