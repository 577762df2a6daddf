import { streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { FileRefused } from '../faults.ts';
import type { TableRow } from './row.ts';

/** The first sheet of a workbook. @throws FileRefused */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<TableRow> {
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
