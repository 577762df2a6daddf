import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileRefused } from '../faults.ts';
import type { TableRow } from './row.ts';

const chunk = 65_536;
const longestRecord = 65_536;
const delimiters = [',', ';', '\t'];

interface WithInfo {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** RFC 4180, with whichever of comma, semicolon and tab its first line uses. @throws FileRefused */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<TableRow> {
  // UTF-16 of plain letters would pass for UTF-8 with a zero beside each.
  if (!isUtf8(bytes) || bytes.includes(0)) throw new FileRefused('not-utf-8');
  const parser = Readable.from(chunksOf(bytes)).pipe(
    parse({ delimiter: delimiterOf(bytes), bom: true, info: true, relax_column_count: true, max_record_size: longestRecord }),
  );
  let before = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<WithInfo>) {
      yield { line: before + 1, cells: record.map((cell) => cell.trim()) };
      before = info.lines;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused('not-a-table', { why: error.message });
    throw error;
  }
}

function* chunksOf(bytes: Uint8Array): Generator<Buffer> {
  for (let from = 0; from < bytes.byteLength; from += chunk) yield Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(chunk, bytes.byteLength - from));
}

/** The one that stands most often in the first line, outside of quotes. */
export function delimiterOf(bytes: Uint8Array): string {
  const [header = ''] = Buffer.from(bytes.subarray(0, chunk)).toString('utf8').split(/\r?\n/, 1);
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const countOf = (delimiter: string): number => bare.split(delimiter).length;
  return delimiters.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}
