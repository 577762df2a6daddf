import type { Details, Sentence } from '#kernel';
import { say, type Language } from '../language.ts';

/** What can be wrong with a field: a closed list, each with the sentence a person reads. */
export const fieldFaults = {
  'unknown-field': { id: 'Isian ini tidak dikenal.', en: 'This field is not known.' },
  required: { id: 'Isian ini wajib diisi.', en: 'This field is required.' },
  'not-an-object': { id: 'Harus berupa objek JSON.', en: 'It must be a JSON object.' },
  'not-a-list': { id: 'Harus berupa daftar.', en: 'It must be a list.' },
  'too-few': { id: 'Daftar harus memuat paling sedikit {min}.', en: 'The list must hold at least {min}.' },
  'too-many': { id: 'Daftar memuat paling banyak {max}.', en: 'The list holds at most {max}.' },
  repeated: { id: 'Nilai ini sudah ada dalam daftar.', en: 'This value is already in the list.' },
  'not-a-uuid': { id: 'Harus berupa UUID dengan huruf kecil.', en: 'It must be a UUID in lower case.' },
  'not-text': { id: 'Harus berupa teks.', en: 'It must be text.' },
  empty: { id: 'Tidak boleh kosong.', en: 'It must not be empty.' },
  'too-short': { id: 'Paling sedikit {min} huruf.', en: 'It needs at least {min} characters.' },
  'too-long': { id: 'Paling banyak {max} huruf.', en: 'It may have at most {max} characters.' },
  'control-character': { id: 'Memuat karakter kendali, yang tidak boleh dipakai.', en: 'It holds a control character, which is not allowed.' },
  'lone-surrogate': { id: 'Memuat karakter Unicode yang terpotong.', en: 'It holds half of a Unicode character (a lone surrogate).' },
  'wrong-form': { id: 'Bentuknya tidak sesuai: {pattern}', en: 'It does not have the expected form: {pattern}' },
  'not-a-salt': { id: 'Salt harus 32 angka heksadesimal huruf kecil.', en: 'The salt must be 32 hexadecimal digits in lower case.' },
  'not-a-photo': { id: 'Harus berupa foto JPEG dalam base64.', en: 'It must be a JPEG photograph in base64.' },
  'photo-too-large': { id: 'Foto paling besar {kilobytes} kB.', en: 'A photograph may have at most {kilobytes} kB.' },
  'not-an-integer': { id: 'Harus berupa bilangan bulat.', en: 'It must be a whole number.' },
  'too-small': { id: 'Paling sedikit {min}.', en: 'It must be at least {min}.' },
  'too-large': { id: 'Paling banyak {max}.', en: 'It must be at most {max}.' },
  'not-a-moment': {
    id: 'Harus berupa waktu RFC 3339 dengan selisih zona, misalnya 2023-12-01T02:13:00+07:00.',
    en: 'It must be an RFC 3339 time with an offset, for example 2023-12-01T02:13:00+07:00.',
  },
  'not-one-of': { id: 'Harus salah satu dari: {values}.', en: 'It must be one of: {values}.' },
  'not-a-flag': { id: 'Harus true atau false.', en: 'It must be true or false.' },
  'not-a-co-signature': {
    id: 'Harus berupa persetujuan orang kedua: user dan pin, atau user, device, seq, clock dan signature.',
    en: "It must be a second person's consent: user and pin, or user, device, seq, clock and signature.",
  },
  'not-a-device': {
    id: 'Harus berbentuk id;seq;clock: UUID, bilangan bulat dan waktu RFC 3339.',
    en: 'It must read id;seq;clock: a UUID, a whole number and an RFC 3339 time.',
  },
  'not-a-signature': { id: 'Harus berupa tanda tangan base64url sepanjang 86 huruf.', en: 'It must be a signature in base64url, 86 characters.' },
  'not-a-hash': { id: 'Harus berupa SHA-256 dengan 64 angka heksadesimal huruf kecil.', en: 'It must be a SHA-256, 64 hexadecimal digits in lower case.' },
  'not-a-position': { id: 'Harus berupa posisi log: bilangan bulat.', en: 'It must be a position of the log: a whole number.' },
  'told-by-a-device': {
    id: 'Entri yang ditandatangani perangkat tidak bisa sekaligus diceritakan atau disalin dari kertas.',
    en: 'An entry that a device signed cannot at once be told or copied from paper.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type FieldCode = keyof typeof fieldFaults;

/** One fault: where (`entries.3.badge`), which, and the numbers or codes its sentence names; never the value that was sent. */
export interface FieldFault {
  readonly path: string;
  readonly code: FieldCode;
  readonly details: Details;
}

/** A fault as it is answered. */
export interface SaidFault {
  readonly path: string;
  readonly code: FieldCode;
  readonly message: string;
}

const mostFaults = 100;

/** Collects faults while a value is read; beyond 100 no more are kept. */
export class Faults {
  readonly list: FieldFault[] = [];
  add(path: string, code: FieldCode, details: Details = {}): undefined {
    if (this.list.length < mostFaults) this.list.push({ path, code, details });
  }
}

/** What was sent does not have the shape that was asked for. Holds every fault, never the values. */
export class InvalidFields extends Error {
  override readonly name: string = 'InvalidFields';
  readonly faults: readonly FieldFault[];
  readonly language: Language;

  constructor(faults: readonly FieldFault[], language: Language = 'id') {
    super(`Not as asked for: ${faults.map(({ path, code }) => `${path.slice(0, 80) || '(body)'}: ${code}`).join('; ')}`);
    this.faults = faults;
    this.language = language;
  }

  /** Path, code and sentence of every fault, in the asked language. */
  said(language: Language = this.language): readonly SaidFault[] {
    return this.faults.map(({ path, code, details }) => ({ path, code, message: say(fieldFaults[code], language, details) }));
  }
}
