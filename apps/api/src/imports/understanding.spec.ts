import { FileRefused } from './faults.ts';
import { importKinds, type KindName } from './kinds/index.ts';
import { RowReader } from './understanding.ts';

const kemelak = '018c2207-0000-7000-8000-0000000000c1';
const names = { warehouseNamed: (name: string) => (name === 'Gudang Kemelak' ? kemelak : undefined) };

/** What is understood of a table. */
function understood(kind: KindName, header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const reader = new RowReader({ line: 1, cells: header }, { kind: importKinds[kind], names, language: 'en' });
  const read = rows.map((cells, index) => reader.read({ line: index + 2, cells }));
  return {
    columns: reader.columns,
    asked: read.flatMap(({ wishes }) => wishes.map(({ asked }) => ({ ...asked }))),
    rejections: read.flatMap((row) => row.rejections),
  };
}
const refusalOf = (kind: KindName, header: readonly string[]) => {
  try {
    understood(kind, header);
    return 'none';
  } catch (error) {
    if (error instanceof FileRefused) return error.said('en');
    throw error;
  }
};

const named = { villageName: 'Kemelak', districtName: 'Baturaja Timur', regencyName: 'OKU' };
const places = ['Kemelak', 'Baturaja Timur', 'OKU'];

describe('a list of stations', () => {
  it('may name its columns in Indonesian, in any order, and have others', () => {
    const { columns, asked, rejections } = understood(
      'stations',
      ['Kabupaten/Kota', 'KECAMATAN', 'Desa', 'No. TPS', 'Kode Desa', 'DPT', 'Lokasi TPS', 'Catatan'],
      ['OKU', 'Baturaja Timur', 'Kemelak', '7', '1601141011', '287', 'SD Negeri 12', 'dekat masjid'],
    );
    expect(asked).toEqual([{ station: '1601141011-007', ...named, voters: 287, place: 'SD Negeri 12' }]);
    expect(columns.filter(({ is }) => is !== 'known')).toEqual([{ header: 'Catatan', is: 'unknown' }]);
    expect(rejections).toEqual([]);
  });

  it('may have a row a village: its stations are numbered, the special ones are named', () => {
    const header = ['regency', 'district', 'village', 'village_code', 'tps_regular', 'tps_special_numbers'];
    const { asked } = understood('stations', header, ['OKU', 'Baturaja Timur', 'Kemelak', '1601141011', '2', '901 902']);
    expect(asked).toEqual(['001', '002', '901', '902'].map((number) => ({ station: `1601141011-${number}`, ...named })));
  });

  const header = ['village', 'district', 'regency', 'village_code', 'number', 'voters', 'district_code', 'tps_regular', 'tps_khusus'];
  it.each([
    ['a code that is none', ['160114101', '7', '', '', '', ''], 'village_code', '160114101', 'The code of a village has ten digits.'],
    ['a missing code', ['', '7', '', '', '', ''], 'village_code', '', 'It must be filled in.'],
    ['number 0', ['1601141011', '0', '', '', '', ''], 'number', '0', 'The number of a station is from 1 to 999.'],
    ['too many voters', ['1601141011', '7', '28700', '', '', ''], 'voters', '28700', 'It must be at most 1000.'],
    ['voters with a point', ['1601141011', '7', '2.87', '', '', ''], 'voters', '2.87', 'It must be a whole number without points or commas.'],
    ['another district', ['1601141011', '7', '', '160115', '', ''], 'district_code', '160115', 'The code 160115 is not how the village 1601141011 begins.'],
    ['no station', ['1601141011', '', '', '', '0', ''], 'tps_regular', '0', 'This row names no station at all.'],
    ['too many', ['1601141011', '', '', '', '901', ''], 'tps_regular', '901', 'A village has at most 900 regular stations.'],
    ['special ones below 901', ['1601141011', '', '', '', '1', '9'], 'tps_khusus', '9', 'The numbers of special stations begin at 901.'],
  ])('says of %s where it stands', (_, cells, column, value, reason) => {
    const { asked, rejections } = understood('stations', header, [...places, ...cells]);
    expect(asked).toEqual([]);
    expect(rejections).toEqual([{ line: 2, column, value, reason }]);
  });

  it('may name a station once', () => {
    const cells = [...places, '1601141011', '7'];
    const { asked, rejections } = understood('stations', header, cells, [...cells, '287']);
    expect(asked).toHaveLength(1);
    expect(rejections).toEqual([{ line: 3, column: 'village', value: 'Kemelak', reason: '1601141011-007 was named in line 2 of this file already.' }]);
  });

  it('is refused without the columns it needs, or with one twice', () => {
    expect(refusalOf('stations', ['desa', 'kecamatan'])).toBe(
      'There is no column regency, station / village_code, station / number / tps_regular. The columns found are desa, kecamatan.',
    );
    expect(refusalOf('stations', ['desa', 'Village'])).toBe('The column village is there twice: desa, Village.');
  });

  it('is read again with what was written beside its rejected rows', () => {
    const { columns } = understood('stations', [...header, 'rejected_line', 'rejected_reason']);
    expect(columns.slice(-2).map(({ is }) => is)).toEqual(['ignored', 'ignored']);
  });
});

describe('a list of requirements', () => {
  const header = ['gudang', 'barang', 'jumlah', 'dasar'];
  it('names warehouses as they are called', () =>
    expect(understood('requirements', header, ['Gudang Kemelak', 'Ballot-President', '275881', 'KPU 1395/2023']).asked).toEqual([
      { warehouse: kemelak, item: 'ballot-president', quantity: 275_881, basis: 'KPU 1395/2023' },
    ]));

  it.each([
    ['an unknown warehouse', ['Gudang Lain', 'ink', '5', 'x'], 'gudang', 'There is no warehouse of this name.'],
    ['nothing', ['Gudang Kemelak', 'ink', '0', 'x'], 'jumlah', 'It must be at least 1.'],
    ['less than nothing', ['Gudang Kemelak', 'ink', '-5', 'x'], 'jumlah', 'It must be a whole number without points or commas.'],
    ['an item that is no code', ['Gudang Kemelak', 'tinta ungu', '5', 'x'], 'barang', 'It does not have the expected form: ^[a-z0-9-]+$'],
  ])('says of %s where it stands', (_, cells, column, reason) =>
    expect(understood('requirements', header, cells).rejections).toMatchObject([{ line: 2, column, reason }]),
  );
});

describe('a list of boxes', () => {
  const header = ['Kode TPS', 'Pemilihan', 'item:ballot-president', 'Barang: SEAL', 'item:ink'];
  const seven = '1601141011-007';

  it('has a column for each item; what is empty or 0 is not planned', () =>
    expect(understood('boxes', header, [seven, 'President', '293', '4', ''], [seven, 'dpr', '0', '', '2']).asked).toEqual([
      {
        station: seven,
        contest: 'president',
        contents: [
          { item: 'ballot-president', quantity: 293 },
          { item: 'seal', quantity: 4 },
        ],
      },
      { station: seven, contest: 'dpr', contents: [{ item: 'ink', quantity: 2 }] },
    ]));

  it('may name a station by its village and number', () =>
    expect(understood('boxes', ['kode_desa', 'no_tps', 'pemilihan', 'item:ink'], ['1601141011', '7', 'dpr', '2']).asked).toMatchObject([{ station: seven }]));

  it.each([
    ['nothing to put into it', [seven, 'dpr', '', '0', ''], 'Pemilihan', 'dpr', 'This row names nothing to put into the box.'],
    ['a fraction', [seven, 'dpr', '1', '2.5', ''], 'Barang: SEAL', '2.5', 'It must be a whole number without points or commas.'],
    ['more than there can be', [seven, 'dpr', '1', '999999999999', ''], 'Barang: SEAL', '999999999999', 'It must be at most 1000000000.'],
    ['a station that is none', ['7', 'dpr', '1', '', ''], 'Kode TPS', '7', 'The code of a station is ten digits, “-” and three digits.'],
    ['an election that is no code', [seven, 'DPR RI', '1', '', ''], 'Pemilihan', 'DPR RI', 'It does not have the expected form: ^[a-z0-9-]+$'],
  ])('says of %s where it stands', (_, cells, column, value, reason) => {
    const { asked, rejections } = understood('boxes', header, cells);
    expect(asked).toEqual([]);
    expect(rejections).toEqual([{ line: 2, column, value, reason }]);
  });

  it('may name a box once', () =>
    expect(understood('boxes', header, [seven, 'dpr', '1', '', ''], [seven, 'DPR', '2', '', '']).rejections).toEqual([
      { line: 3, column: 'Kode TPS', value: seven, reason: `${seven}, dpr was named in line 2 of this file already.` },
    ]));
});
