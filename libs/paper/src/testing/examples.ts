import type { LabelSheets } from '../labels.ts';
import type { Paper } from '../paper.ts';

const id = (number: number): string => `018c2207-5f3a-7c41-9d2e-${String(number).padStart(12, '0')}`;

export const paperOf = (rows: number, more: Partial<Paper> = {}): Paper => ({
  language: 'id',
  title: 'Daftar muatan (manifes)',
  number: 'DM-160114-0000-0000-0001',
  link: `https://saksi.example/gudang/run/160114/${id(1)}`,
  known: '2024-02-12T08:30:00.000+07:00',
  printed: null,
  withheld: false,
  opening: ['Pada hari itu truk dilepas.'],
  facts: [{ label: 'Pengemudi', value: 'Ștefan Đặng Łukasz Ωλ' }],
  tables: [
    {
      title: 'Kotak dan segelnya',
      columns: [
        { head: 'No.', side: 'right' },
        { head: 'TPS', side: 'left' },
        { head: 'Segel', side: 'left' },
      ],
      rows: Array.from({ length: rows }, (_, index) => ({
        cells: [String(index + 1), `1601141011-${String((index % 900) + 1).padStart(3, '0')}`, `KPU-${1_000_000 + index} KPU-${2_000_000 + index}`],
      })),
    },
  ],
  remarks: ['Satu segel tidak cocok.'],
  signatures: [
    { for: 'Melepas truk', account: id(2), login: 'budi', name: 'Budi Contoh', said: ['sebagai petugas gudang', '12 Februari 2024 08.30 WIB, Kemelak'] },
  ],
  pens: ['Pengemudi', 'Yang menerima'],
  ...more,
});

export const sheetsOf = (labels: number, more: Partial<LabelSheets> = {}): LabelSheets => ({
  grid: { columns: 3, rows: 8, aside: 0, above: 0 },
  skip: 0,
  title: 'Label kotak',
  language: 'id',
  known: Date.parse('2024-02-12T08:30:00.000+07:00'),
  labels: Array.from({ length: labels }, (_, index) => ({
    heading: `1601141011-${String((index % 900) + 1).padStart(3, '0')}`,
    lines: ['president'],
    code: id(index).slice(-12),
    link: `https://saksi.example/gudang/box/1601141011-007/${id(index)}`,
  })),
  ...more,
});
