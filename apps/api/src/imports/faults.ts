import { say, type Language } from '#http';
import type { Details, Sentence } from '#kernel';

/** What can be wrong with a file as a whole, and with a value in it: a closed list, each as a person reads it. */
export const importFaults = {
  'not-a-table': { id: 'Berkas ini bukan CSV atau XLSX yang dapat dibaca: {why}', en: 'This file is no CSV or XLSX that can be read: {why}' },
  'not-utf-8': {
    id: 'Berkas ini bukan UTF-8. Simpan dari Excel sebagai “CSV UTF-8”, atau kirim sebagai XLSX.',
    en: 'This file is not UTF-8. Save it from Excel as “CSV UTF-8”, or send it as XLSX.',
  },
  'file-too-large': { id: 'Berkas ini lebih besar dari {megabytes} MB. Bagilah.', en: 'This file is larger than {megabytes} MB. Divide it.' },
  'unpacks-too-large': {
    id: 'Buku kerja ini menjadi lebih besar dari {megabytes} MB bila dibuka. Bagilah, atau kirim sebagai CSV.',
    en: 'This workbook comes to more than {megabytes} MB when it is unpacked. Divide it, or send it as CSV.',
  },
  'too-many-rows': { id: 'Berkas ini berisi lebih dari {most} baris. Bagilah.', en: 'This file has more than {most} rows. Divide it.' },
  'no-header': { id: 'Baris pertama harus memuat nama kolom; berkas ini kosong.', en: 'The first row must name the columns; this file is empty.' },
  'column-missing': { id: 'Kolom {columns} tidak ada. Kolom yang terbaca: {found}.', en: 'There is no column {columns}. The columns found are {found}.' },
  'column-twice': { id: 'Kolom {column} ada dua kali: {headers}.', en: 'The column {column} is there twice: {headers}.' },
  missing: { id: 'Wajib diisi.', en: 'It must be filled in.' },
  'not-a-village': { id: 'Kode desa harus sepuluh angka.', en: 'The code of a village has ten digits.' },
  'not-a-station': { id: 'Kode TPS harus sepuluh angka, “-”, dan tiga angka.', en: 'The code of a station is ten digits, “-” and three digits.' },
  'not-a-number': { id: 'Nomor TPS harus 1 sampai 999.', en: 'The number of a station is from 1 to 999.' },
  'not-whole': { id: 'Harus bilangan bulat tanpa titik atau koma.', en: 'It must be a whole number without points or commas.' },
  'other-area': { id: 'Kode {code} bukan awal dari kode desa {village}.', en: 'The code {code} is not how the village {village} begins.' },
  'too-many-stations': { id: 'Satu desa paling banyak {most} TPS biasa.', en: 'A village has at most {most} regular stations.' },
  'not-special': { id: 'Nomor TPS khusus mulai dari 901.', en: 'The numbers of special stations begin at 901.' },
  'no-stations': { id: 'Baris ini tidak menyebut satu TPS pun.', en: 'This row names no station at all.' },
  'no-contents': { id: 'Baris ini tidak menyebut isi kotak.', en: 'This row names nothing to put into the box.' },
  'unknown-warehouse': { id: 'Tidak ada gudang bernama ini.', en: 'There is no warehouse of this name.' },
  'named-before': { id: '{what} sudah disebut pada baris {line} berkas ini.', en: '{what} was named in line {line} of this file already.' },
  'out-of-reach': { id: 'Di luar wilayah tugas Anda, atau tidak dikenal: {what}.', en: 'Outside of what you look after, or not known: {what}.' },
} as const satisfies Readonly<Record<string, Sentence>>;

export type ImportFault = keyof typeof importFaults;

/** The file as a whole cannot be imported; nothing was recorded. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly fault: ImportFault;
  readonly details: Details;
  constructor(fault: ImportFault, details: Details = {}) {
    super(say(importFaults[fault], 'en', details));
    this.fault = fault;
    this.details = details;
  }
  said(language: Language): string {
    return say(importFaults[this.fault], language, this.details);
  }
}

/** A row cannot be imported because of what stands in one of its columns. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';
  readonly column: string;
  readonly fault: ImportFault;
  readonly details: Details;
  constructor(column: string, fault: ImportFault, details: Details = {}) {
    super(`${column}: ${fault}`);
    this.column = column;
    this.fault = fault;
    this.details = details;
  }
}
