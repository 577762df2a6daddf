import { FileRefused } from '../faults.ts';
import type { TableRow } from './row.ts';
import { formatOf, readTable } from './table.ts';
import { writeTable } from './write.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
async function rowsOf(file: Uint8Array): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readTable(file, { megabytes: 1, unpackedMegabytes: 1, rows: 1_000 })) rows.push(row);
  return rows;
}
const cellsOf = async (file: Uint8Array) => (await rowsOf(file)).map(({ cells }) => cells);
const faultOf = (file: Uint8Array) =>
  rowsOf(file).then(
    () => 'none',
    (error: unknown) => (error instanceof FileRefused ? error.fault : String(error)),
  );

describe('a CSV file', () => {
  it.each([
    ['commas', 'desa,dpt\r\nKemelak,287\r\n'],
    ['semicolons', 'desa;dpt\nKemelak;287'],
    ['tabs', 'desa\tdpt\nKemelak\t287\n'],
    ['a mark of UTF-8', '\u{feff}desa,dpt\nKemelak,287\n'],
    ['quotes', '"desa","dpt"\n"Kemelak","287"\n'],
    ['blanks', ' desa ,dpt\n  Kemelak  , 287 \n'],
  ])('is read with %s', async (_, text) => {
    expect(await cellsOf(bytes(text))).toEqual([
      ['desa', 'dpt'],
      ['Kemelak', '287'],
    ]);
  });

  it('takes the delimiter of its header, not of what stands between quotes', async () =>
    expect(await cellsOf(bytes('"a, b, c";d\n1;2\n'))).toEqual([
      ['a, b, c', 'd'],
      ['1', '2'],
    ]));

  it('says in which line a row begins, and leaves out rows without anything', async () =>
    expect(await rowsOf(bytes('a,b\n1,"two\nlines"\n,\n3,4\n'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'two\nlines'] },
      { line: 5, cells: ['3', '4'] },
    ]));

  it('keeps rows that are shorter or longer than the header', async () =>
    expect(await cellsOf(bytes('a,b\n1\n1,2,3\n'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]));

  it('is refused in another encoding, or when its quotes do not close', async () => {
    expect(await faultOf(Buffer.from('desa\nKemel\xe9k\n', 'latin1'))).toBe('not-utf-8');
    expect(await faultOf(Buffer.from('\u{feff}desa\nKemelak\n', 'utf16le'))).toBe('not-utf-8');
    expect(await faultOf(bytes('desa\n"Kemelak\n'))).toBe('not-a-table');
  });

  it('is read whatever stands where a chunk ends', async () => {
    const long = `desa\n${'é'.repeat(20_000)}\n${'é'.repeat(20_001)}\n`;
    expect((await cellsOf(bytes(long))).map(([cell]) => cell?.length)).toEqual([4, 20_000, 20_001]);
  });
});

/** How a workbook begins. */
const zipped = Buffer.from([0x50, 0x4b, 3, 4]);
/** How an entry of its directory begins, in which its size stands from the 24th byte on. */
const entryOfDirectory = Buffer.from([0x50, 0x4b, 1, 2]);

describe('a workbook', () => {
  it('is read as it was written, numbers as their digits', async () => {
    const file = await writeTable(zipped, ['kode desa', 'desa'], [['1601141011', 'Kemelak <1> & 2'], ['', ''], ['1601141012']]);
    expect(formatOf(file)).toBe('xlsx');
    expect(await rowsOf(file)).toEqual([
      { line: 1, cells: ['kode desa', 'desa'] },
      { line: 2, cells: ['1601141011', 'Kemelak <1> & 2'] },
      { line: 4, cells: ['1601141012', ''] },
    ]);
    const { XlsxStreamWriter } = await import('hucre/xlsx');
    const numbers = new XlsxStreamWriter({ name: 'A', columns: [{ header: 'kode desa', key: 'a' }] });
    numbers.addRow([1_601_141_011]);
    expect(await cellsOf(await numbers.finish())).toEqual([['kode desa'], ['1601141011']]);
  });

  it('is refused when it comes to more than a file may, before anything of it is unpacked', async () => {
    const file = await writeTable(zipped, ['desa'], [['x'.repeat(1_200_000)]]);
    expect(file.byteLength).toBeLessThan(20_000);
    expect(await faultOf(file)).toBe('unpacks-too-large');
  });

  it('is refused when it does not say what it comes to, or says less than it does', async () => {
    const file = Buffer.from(await writeTable(zipped, ['desa'], [['x'.repeat(500_000)]]));
    expect(await faultOf(file)).toBe('none');
    for (const [said, size] of [
      ['nothing', 0],
      ['another place', 0xffff_ffff],
      ['less', 1_000],
    ] as const) {
      const changed = Buffer.from(file);
      for (let at = changed.indexOf(entryOfDirectory); at !== -1; at = changed.indexOf(entryOfDirectory, at + 1)) changed.writeUInt32LE(size, at + 24);
      expect([said, await faultOf(changed)]).toEqual([said, 'not-a-table']);
    }
  });

  it('is refused when it is something else that is zipped', async () => expect(await faultOf(Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('not-a-table'));
});

describe('what is written', () => {
  it.each([
    ['CSV with commas', bytes('a,b')],
    ['CSV with semicolons', bytes('a;b')],
    ['a workbook', zipped],
  ])('as %s is read as it was', async (_, like) => {
    const rows = [
      ['Kemelak', '1, 2'],
      ['"Muara"\nDua', "=1+1; 'x"],
    ];
    expect(await cellsOf(await writeTable(like, ['a', 'b'], rows))).toEqual([['a', 'b'], ...rows]);
  });
});
