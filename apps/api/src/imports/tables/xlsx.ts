import { streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { FileRefused } from '../faults.ts';
import type { TableRow } from './row.ts';
import { unpackedSize } from './unpacked.ts';

/** The first sheet of a workbook that comes to at most so much when it is unpacked. @throws FileRefused */
export async function* readXlsx(bytes: Uint8Array, megabytes: number): AsyncGenerator<TableRow> {
  const size = unpackedSize(bytes);
  if (size === undefined) throw new FileRefused('not-a-table', { why: 'ZIP' });
  if (size > megabytes * 1_048_576) throw new FileRefused('unpacks-too-large', { megabytes });
  const rows = streamXlsxRows(bytes);
  for (;;) {
    const next = await rows.next().catch((error: unknown) => {
      throw new FileRefused('not-a-table', { why: error instanceof Error ? error.message : String(error) });
    });
    if (next.done) return;
    yield { line: next.value.index + 1, cells: next.value.values.map(textOf) };
  }
}

/** As it was typed: a code that a spreadsheet took for a number is its digits. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  return (value instanceof Date ? value.toISOString() : String(value)).trim();
}
