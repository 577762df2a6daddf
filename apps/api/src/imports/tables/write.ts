import { formatOf } from './table.ts';

/** A file of the same kind as `like`: header and rows. */
export async function writeTable(like: Uint8Array, header: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  if (formatOf(like) === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    const { delimiterOf } = await import('./csv.ts');
    // A mark of UTF-8: without it Excel reads names as something else.
    return Buffer.from(
      stringify(
        [header, ...rows].map((row) => [...row]),
        { delimiter: delimiterOf(like), bom: true, record_delimiter: 'windows' },
      ),
    );
  }
  const { XlsxStreamWriter } = await import('hucre/xlsx');
  const writer = new XlsxStreamWriter({ name: 'Saksi', columns: header.map((title, index) => ({ header: title, key: String(index) })) });
  for (const row of rows) writer.addRow(header.map((_, index) => row[index] ?? ''));
  return writer.finish();
}
