import 'reflect-metadata';
import { validateSync } from 'class-validator';
import type { CoSignature, Instant, Sealed } from '#kernel';
import { Contact, IdentityNumber, Note, PersonName, Photo } from './personal.ts';
import { mostPhotoBytes } from './photo.ts';
import { Count, Flag, Id, Moment, OneOf, Words } from './plain.ts';
import { CoSigned } from './co-signed.ts';
import { Faults, InvalidFields } from './faults.ts';
import { fieldsOf } from './inspect.ts';
import { Many, Optional } from './combined.ts';
import { parseBody, parseQuery } from './parse.ts';

const id = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';
const other = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e12';
const salt = '00112233445566778899aabbccddeeff';
const signature = 'A'.repeat(86);
/** What a JPEG begins and ends with, and as many bytes between as it takes. */
const jpeg = (bytes: number): string => Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(bytes - 5), Buffer.from('ffd9', 'hex')]).toString('base64');

class Entry {
  @Words('Line on the page', { max: 12 }) line!: string;
}

class Everything {
  @Optional(Id('An id')) id?: string;
  @Optional(Words('A code', { max: 5, min: 2, pattern: /^[A-Z]/ })) code?: string;
  @Optional(Count('A number', { min: 1, max: 10 })) count?: number;
  @Optional(Moment('When')) at?: Instant;
  @Optional(OneOf('A level', ['open', 'restricted'])) level?: string;
  @Optional(Flag('Whether')) flag?: boolean;
  @Optional(Many(Id('A guard'), { min: 1, max: 2 })) guards?: string[];
  @Optional(Many(Entry, { max: 2 })) entries?: Entry[];
  @Optional(PersonName('The name', { of: 'id' })) name?: Sealed;
  @Optional(IdentityNumber('The number', { of: 'id' })) number?: Sealed;
  @Optional(Contact('The contact', { of: 'id' })) contact?: Sealed;
  @Optional(Note('A note', { concerns: ['guards'], max: 10 })) note?: Sealed;
  @Optional(CoSigned('The second person')) second?: CoSignature;
  @Optional(Photo('The card', { of: 'id' })) photo?: Sealed;
}

const faultsOf = (sent: unknown): InvalidFields => {
  try {
    parseBody(Everything, sent);
  } catch (error) {
    if (error instanceof InvalidFields) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(sent)} was taken.`);
};

describe('a field takes', () => {
  it.each<[string, object, object]>([
    ['an id', { id }, { id }],
    ['words, trimmed and in NFC', { code: ' Cafe\u0301 ' }, { code: 'Café' }],
    ['words counted in characters, not in halves of them', { code: 'A😀😀😀😀' }, { code: 'A😀😀😀😀' }],
    ['a number', { count: 10 }, { count: 10 }],
    ['a moment, as an instant', { at: '2023-12-01T02:13:00+07:00' }, { at: Date.UTC(2023, 10, 30, 19, 13) }],
    ['one of a list', { level: 'open' }, { level: 'open' }],
    ['a flag', { flag: false }, { flag: false }],
    ['a list of ids', { guards: [id, other] }, { guards: [id, other] }],
    ['a list of objects', { entries: [{ line: ' 4 ' }] }, { entries: [{ line: '4' }] }],
    ['a name, with or without salt', { name: { value: ' Ani ' } }, { name: { value: 'Ani' } }],
    ['an identity number', { number: { value: '16', salt } }, { number: { value: '16', salt } }],
    ['a contact', { contact: { value: '+62' } }, { contact: { value: '+62' } }],
    ['a photograph as large as one may be', { photo: { value: jpeg(mostPhotoBytes), salt } }, { photo: { value: jpeg(mostPhotoBytes), salt } }],
    ['a note with lines', { note: { value: 'a\r\nb' } }, { note: { value: 'a\nb' } }],
    ['a consent by PIN', { second: { user: id, pin: '1234' } }, { second: { user: id, pin: '1234' } }],
    [
      'a consent by a device',
      { second: { user: id, device: other, seq: 3, clock: '2023-12-01T00:00:00Z', signature } },
      { second: { user: id, device: other, seq: 3, clock: Date.UTC(2023, 11, 1), signature } },
    ],
    ['nothing, when it is optional', {}, {}],
  ])('%s', (_, sent, read) => {
    const taken = parseBody(Everything, sent);
    expect({ ...taken }).toEqual(read);
    expect(taken).toBeInstanceOf(Everything);
    expect(validateSync(Object.assign(new Everything(), sent))).toEqual([]);
  });
});

describe('a field refuses, with its path and in both languages', () => {
  it.each<[object, string, string, string, string]>([
    [{ id: id.toUpperCase() }, 'id', 'not-a-uuid', 'Harus berupa UUID dengan huruf kecil.', 'It must be a UUID in lower case.'],
    [{ id: null }, 'id', 'not-a-uuid', 'Harus berupa UUID dengan huruf kecil.', 'It must be a UUID in lower case.'],
    [{ code: 7 }, 'code', 'not-text', 'Harus berupa teks.', 'It must be text.'],
    [{ code: '  ' }, 'code', 'empty', 'Tidak boleh kosong.', 'It must not be empty.'],
    [{ code: 'A' }, 'code', 'too-short', 'Paling sedikit 2 huruf.', 'It needs at least 2 characters.'],
    [{ code: 'ABCDEF' }, 'code', 'too-long', 'Paling banyak 5 huruf.', 'It may have at most 5 characters.'],
    [
      { code: 'A\u0007B' },
      'code',
      'control-character',
      'Memuat karakter kendali, yang tidak boleh dipakai.',
      'It holds a control character, which is not allowed.',
    ],
    [
      { code: 'A\u202eB' },
      'code',
      'control-character',
      'Memuat karakter kendali, yang tidak boleh dipakai.',
      'It holds a control character, which is not allowed.',
    ],
    [{ code: 'A\ud800' }, 'code', 'lone-surrogate', 'Memuat karakter Unicode yang terpotong.', 'It holds half of a Unicode character (a lone surrogate).'],
    [{ code: 'abc' }, 'code', 'wrong-form', 'Bentuknya tidak sesuai: ^[A-Z]', 'It does not have the expected form: ^[A-Z]'],
    [{ count: 1.5 }, 'count', 'not-an-integer', 'Harus berupa bilangan bulat.', 'It must be a whole number.'],
    [{ count: '3' }, 'count', 'not-an-integer', 'Harus berupa bilangan bulat.', 'It must be a whole number.'],
    [{ count: 0 }, 'count', 'too-small', 'Paling sedikit 1.', 'It must be at least 1.'],
    [{ count: 11 }, 'count', 'too-large', 'Paling banyak 10.', 'It must be at most 10.'],
    [
      { at: '2023-12-01T02:13:00' },
      'at',
      'not-a-moment',
      'Harus berupa waktu RFC 3339 dengan selisih zona, misalnya 2023-12-01T02:13:00+07:00.',
      'It must be an RFC 3339 time with an offset, for example 2023-12-01T02:13:00+07:00.',
    ],
    [{ level: 'Open' }, 'level', 'not-one-of', 'Harus salah satu dari: open, restricted.', 'It must be one of: open, restricted.'],
    [{ flag: 'true' }, 'flag', 'not-a-flag', 'Harus true atau false.', 'It must be true or false.'],
    [{ guards: id }, 'guards', 'not-a-list', 'Harus berupa daftar.', 'It must be a list.'],
    [{ guards: [] }, 'guards', 'too-few', 'Daftar harus memuat paling sedikit 1.', 'The list must hold at least 1.'],
    [{ guards: [id, other, id] }, 'guards', 'too-many', 'Daftar memuat paling banyak 2.', 'The list holds at most 2.'],
    [{ guards: [id, id] }, 'guards.1', 'repeated', 'Nilai ini sudah ada dalam daftar.', 'This value is already in the list.'],
    [{ entries: [{ line: '1' }, {}] }, 'entries.1.line', 'required', 'Isian ini wajib diisi.', 'This field is required.'],
    [{ entries: [{ line: '1', colour: 'red' }] }, 'entries.0.colour', 'unknown-field', 'Isian ini tidak dikenal.', 'This field is not known.'],
    [{ entries: ['1'] }, 'entries.0', 'not-an-object', 'Harus berupa objek JSON.', 'It must be a JSON object.'],
    [{ name: 'Ani' }, 'name', 'not-an-object', 'Harus berupa objek JSON.', 'It must be a JSON object.'],
    [{ name: {} }, 'name.value', 'required', 'Isian ini wajib diisi.', 'This field is required.'],
    [
      { name: { value: 'a\nb' } },
      'name.value',
      'control-character',
      'Memuat karakter kendali, yang tidak boleh dipakai.',
      'It holds a control character, which is not allowed.',
    ],
    [{ number: { value: '1'.repeat(41) } }, 'number.value', 'too-long', 'Paling banyak 40 huruf.', 'It may have at most 40 characters.'],
    [
      { contact: { value: 'x', salt: 'short' } },
      'contact.salt',
      'not-a-salt',
      'Salt harus 32 angka heksadesimal huruf kecil.',
      'The salt must be 32 hexadecimal digits in lower case.',
    ],
    [{ photo: { value: jpeg(mostPhotoBytes + 3) } }, 'photo.value', 'photo-too-large', 'Foto paling besar 96 kB.', 'A photograph may have at most 96 kB.'],
    ...['iVBORw0KGgo=', 'R0lGODlhAQABAAAAACw=', '<svg/>', jpeg(20).slice(0, -4), jpeg(20).replace('/', '_'), ''].map(
      (value): [object, string, string, string, string] => [
        { photo: { value } },
        'photo.value',
        'not-a-photo',
        'Harus berupa foto JPEG dalam base64.',
        'It must be a JPEG photograph in base64.',
      ],
    ),
    [{ note: { value: 'x', more: 1 } }, 'note.more', 'unknown-field', 'Isian ini tidak dikenal.', 'This field is not known.'],
    [
      { second: { user: id } },
      'second',
      'not-a-co-signature',
      'Harus berupa persetujuan orang kedua: user dan pin, atau user, device, seq, clock dan signature.',
      "It must be a second person's consent: user and pin, or user, device, seq, clock and signature.",
    ],
    [
      { second: { user: id, pin: 'abcd' } },
      'second.pin',
      'wrong-form',
      'Bentuknya tidak sesuai: ^\\d{4,12}$',
      'It does not have the expected form: ^\\d{4,12}$',
    ],
  ])('%j', (sent, path, code, indonesian, english) => {
    const invalid = faultsOf(sent);
    expect(invalid.said('id')).toEqual([{ path, code, message: indonesian }]);
    expect(invalid.said('en')).toEqual([{ path, code, message: english }]);
    if (path in sent) expect(validateSync(Object.assign(new Everything(), sent)).map(({ property }) => property)).toEqual([path]);
  });

  it('never its own example', () => {
    for (const [name, { schema, read }] of fieldsOf(Everything)) {
      const faults = new Faults();
      const example: unknown = schema.example;
      if (name !== 'entries') expect(example).toBeDefined();
      if (example !== undefined) read(example, name, faults);
      expect(faults.list).toEqual([]);
    }
  });

  it('names every fault at once', () =>
    expect(faultsOf({ id: 1, colour: 'red', count: 'x' }).faults.map(({ path, code }) => [path, code])).toEqual([
      ['id', 'not-a-uuid'],
      ['count', 'not-an-integer'],
      ['colour', 'unknown-field'],
    ]));

  it('never repeats what was sent', () => expect(faultsOf({ name: { value: 'Ani\u0000Rahasia' } }).message).not.toContain('Rahasia'));

  it.each([null, [], 'text', 7])('a body that is no object: %j', (body) =>
    expect(faultsOf(body).said('en')).toEqual([{ path: '', code: 'not-an-object', message: 'It must be a JSON object.' }]),
  );

  it('a field named __proto__', () =>
    expect(faultsOf(JSON.parse('{"__proto__":{"id":"x"}}')).faults).toEqual([{ path: '__proto__', code: 'unknown-field', details: {} }]));
});

describe('a number with a configured limit', () => {
  let most = 10;
  class Some {
    @Count('How many', { max: 100, limit: () => most }) quantity!: number;
  }
  const refusal = (quantity: number) => {
    try {
      return parseBody(Some, { quantity }).quantity;
    } catch (error) {
      return error instanceof InvalidFields ? error.faults : error;
    }
  };

  it('is held against what is configured when it arrives, and against no more than its maximum', () => {
    expect(refusal(10)).toBe(10);
    expect(refusal(11)).toEqual([{ path: 'quantity', code: 'too-large', details: { max: 10 } }]);
    most = 1_000;
    expect(refusal(11)).toBe(11);
    expect(refusal(101)).toEqual([{ path: 'quantity', code: 'too-large', details: { max: 100 } }]);
  });
});

describe('a query', () => {
  class WhoIsInside {
    @Id('The door') door!: string;
    @Optional(Moment('As it was at')) at?: Instant;
    @Optional(Count('How many', { min: 1, max: 200 })) limit = 50;
    @Optional(Flag('Late ones only')) late?: boolean;
    @Optional(Many(OneOf('Levels', ['open', 'restricted']), { max: 2 })) levels?: string[];
  }

  it('arrives as text and is read as what it is', () =>
    expect(parseQuery(WhoIsInside, { door: id, at: '2023-12-01T02:13:00+07:00', limit: '7', late: 'true', levels: 'open' })).toEqual(
      Object.assign(new WhoIsInside(), { door: id, at: Date.UTC(2023, 10, 30, 19, 13), limit: 7, late: true, levels: ['open'] }),
    ));

  it('starts with what its class says', () => expect(parseQuery(WhoIsInside, { door: id }).limit).toBe(50));

  it.each<[object, string, string]>([
    [{ door: id, limit: 'many' }, 'limit', 'not-an-integer'],
    [{ door: id, limit: '' }, 'limit', 'not-an-integer'],
    [{ door: id, late: 'yes' }, 'late', 'not-a-flag'],
    [{ door: id, at: 'yesterday' }, 'at', 'not-a-moment'],
    [{ door: [id, other] }, 'door', 'not-a-uuid'],
    [{ door: id, levels: ['open', 'shut'] }, 'levels.1', 'not-one-of'],
    [{ door: id, colour: 'red' }, 'colour', 'unknown-field'],
    [{}, 'door', 'required'],
  ])('refuses %j', (query, path, code) => {
    const refused = expect.objectContaining({ faults: [expect.objectContaining({ path, code })] }) as unknown;
    expect(() => parseQuery(WhoIsInside, query)).toThrow(InvalidFields);
    try {
      parseQuery(WhoIsInside, query);
    } catch (error) {
      expect(error).toEqual(refused);
    }
  });

  it('never carries a name in its address', () => expect(() => parseQuery(Everything, { name: 'Ani' })).toThrow('must not travel in a URL'));
});
