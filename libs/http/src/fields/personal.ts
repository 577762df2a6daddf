import type { Personal } from '#kernel';
import { decorate, type FieldDecorator } from './field.ts';
import type { Faults } from './faults.ts';
import type { PersonalKind } from './personal-kind.ts';
import { mostPhotoText, readPhoto } from './photo.ts';
import { readText, type TextRule } from './text.ts';

/** `of`: the sibling field with the id of the person (the subject) that the value is about. */
export interface AboutSubject {
  readonly of: string;
  readonly max?: number;
}

/** `concerns`: sibling fields with ids, or lists of ids, of persons that the note may speak about; `of`: the one it is kept under. */
export interface AboutPersons {
  readonly of?: string;
  readonly concerns?: readonly string[];
  readonly max?: number;
}

/** A person's name. Goes to the vault; the command holds its commitment (`Sealed`). At most 120 characters. */
export const PersonName = (description: string, { of, max = 120 }: AboutSubject): FieldDecorator =>
  personal(description, { kind: 'name', of, concerns: [] }, { min: 1, max }, 'Budi Contoh');

/** The number of an identity document. Goes to the vault. At most 40 characters. */
export const IdentityNumber = (description: string, { of, max = 40 }: AboutSubject): FieldDecorator =>
  personal(description, { kind: 'identity-number', of, concerns: [] }, { min: 1, max }, '1601140000000000');

/** A telephone number or an address. Goes to the vault. At most 120 characters. */
export const Contact = (description: string, { of, max = 120 }: AboutSubject): FieldDecorator =>
  personal(description, { kind: 'contact', of, concerns: [] }, { min: 1, max }, '+62 811 0000 0000');

/** Free text, in which someone always writes a name: goes to the vault. At most 2,000 characters, lines allowed. */
export const Note = (description: string, { of, concerns = [], max = 2_000 }: AboutPersons = {}): FieldDecorator =>
  personal(description, { kind: 'note', ...(of !== undefined && { of }), concerns }, { min: 1, max, lines: true }, 'Mengantar segel cadangan.');

/** A photograph of somebody, or of what is theirs: JPEG in base64, at most 96 KiB. Goes to the vault; without `of`, where nobody knows who is on it, under the command itself. */
export const Photo = (description: string, { of }: Partial<Pick<AboutSubject, 'of'>> = {}): FieldDecorator =>
  sealedField(
    description,
    { kind: 'photo', ...(of !== undefined && { of }), concerns: [] },
    {
      schema: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/jpeg', maxLength: mostPhotoText },
      read: readPhoto,
      // The first and the last marker of a JPEG, and nothing between them.
      example: '/9j/2Q==',
    },
  );

const personal = (description: string, about: About, rule: TextRule, example: string): FieldDecorator =>
  sealedField(description, about, {
    schema: { type: 'string', minLength: rule.min, maxLength: rule.max },
    read: (value, path, faults) => readText(value, path, faults, rule),
    example: example.slice(0, rule.max).trim(),
  });

interface About {
  readonly kind: PersonalKind;
  readonly of?: string;
  readonly concerns: readonly string[];
}

/** What stands in the field's `value`. */
interface ValueRule {
  readonly schema: object;
  readonly read: (value: unknown, path: string, faults: Faults) => string | undefined;
  readonly example: string;
}

function sealedField(description: string, about: About, { schema, read, example }: ValueRule): FieldDecorator {
  return decorate({
    kind: 'personal',
    description,
    optional: false,
    schema: {
      type: 'object',
      properties: {
        value: schema,
        salt: { type: 'string', pattern: '^[0-9a-f]{32}$', description: '16 random bytes in hex; required when the entry is signed, else made by the server' },
      },
      required: ['value'],
      additionalProperties: false,
      example: { value: example },
    },
    read: (value, path, faults) => readPersonal(value, path, faults, read),
    fromText: (text) => text,
    personal: about,
  });
}

const hex32 = /^[0-9a-f]{32}$/;

function readPersonal(sent: unknown, path: string, faults: Faults, read: ValueRule['read']): Personal | undefined {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return faults.add(path, 'not-an-object');
  for (const key of Object.keys(sent)) if (key !== 'value' && key !== 'salt') faults.add(`${path}.${key.slice(0, 100)}`, 'unknown-field');
  const { value, salt } = sent as { value?: unknown; salt?: unknown };
  if (value === undefined) return faults.add(`${path}.value`, 'required');
  const text = read(value, `${path}.value`, faults);
  if (text === undefined) return undefined;
  if (salt === undefined) return { value: text };
  return typeof salt === 'string' && hex32.test(salt) ? { value: text, salt } : faults.add(`${path}.salt`, 'not-a-salt');
}
