import { FileRefused } from '../faults.ts';
import type { TableRow } from './row.ts';

export const formats = ['csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** How large a file may be that is read. */
export interface TableLimits {
  readonly megabytes: number;
  /** Of a workbook, which is packed: what it may come to. */
  readonly unpackedMegabytes: number;
  readonly rows: number;
}

/** A workbook is a zip archive, and says so in its first bytes. */
export const formatOf = (bytes: Uint8Array): Format => (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04 ? 'xlsx' : 'csv');

/**
 * The rows of a CSV file or of the first sheet of a workbook, one after the other; rows without anything in them are left out.
 * @throws FileRefused
 */
export async function* readTable(bytes: Uint8Array, { megabytes, unpackedMegabytes, rows: most }: TableLimits): AsyncGenerator<TableRow> {
  if (bytes.byteLength > megabytes * 1_048_576) throw new FileRefused('file-too-large', { megabytes });
  // Few servers ever import anything: what reads files is loaded with the first one.
  const rows = formatOf(bytes) === 'xlsx' ? (await import('./xlsx.ts')).readXlsx(bytes, unpackedMegabytes) : (await import('./csv.ts')).readCsv(bytes);
  let count = 0;
  for await (const row of rows) {
    if (row.cells.every((cell) => cell === '')) continue;
    // The header is a row, too.
    if (++count > most + 1) throw new FileRefused('too-many-rows', { most });
    yield row;
  }
}
