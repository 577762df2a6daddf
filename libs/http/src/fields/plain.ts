import { isUuid, parseInstant } from '#kernel';
import { decorate, type FieldDecorator } from './field.ts';
import { readText } from './text.ts';

const exampleId = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';
/** Examples of words, of which a field shows the first that fits it. */
const usualWords = ['T-12', '12', 'A', '007', '1601141011', '1601141011-007', 'BG 1234 FZ', 'Kemelak'];
const asText = (text: string): unknown => text;

/** The id of something: a UUID in lower case. */
export const Id = (description: string): FieldDecorator =>
  decorate({
    kind: 'id',
    description,
    optional: false,
    schema: { type: 'string', format: 'uuid', example: exampleId },
    read: (value, path, faults) => (typeof value === 'string' && isUuid(value) ? value : faults.add(path, 'not-a-uuid')),
    fromText: asText,
  });

/**
 * Text that goes to the log: closed vocabulary, numbers, codes. Never a name, never free text. It is trimmed and put
 * into NFC; `min` (default 1) and `max` (default 100) count characters; `pattern` must fit the whole of it.
 */
export function Words(
  description: string,
  { min = 1, max = 100, pattern, example }: { min?: number; max?: number; pattern?: RegExp; example?: string } = {},
): FieldDecorator {
  if (pattern && (pattern.global || pattern.sticky)) throw new TypeError('A pattern with the flag g or y remembers the last text.');
  const shown = example ?? usualWords.find((words) => words.length >= min && words.length <= max && (pattern?.test(words) ?? true));
  return decorate({
    kind: 'words',
    description,
    optional: false,
    schema: { type: 'string', minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }), ...(shown !== undefined && { example: shown }) },
    read: (value, path, faults) => readText(value, path, faults, { min, max, ...(pattern && { pattern }) }),
    fromText: asText,
  });
}

/** What a photograph or a file comes to: its SHA-256. The log keeps that alone, and whoever shows the file can prove that it is the one. */
export const Digest = (description: string): FieldDecorator =>
  Words(description, { max: 64, pattern: /^[0-9a-f]{64}$/, example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' });

/**
 * A whole number; `min` default 0, `max` default the largest that JSON carries exactly. `limit`: what is configured as the
 * most, looked up with each value; not above `max`, which the description of the API names.
 */
export const Count = (
  description: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER, limit, example }: { min?: number; max?: number; limit?: () => number; example?: number } = {},
): FieldDecorator =>
  decorate({
    kind: 'count',
    description,
    optional: false,
    schema: { type: 'integer', format: 'int64', minimum: min, maximum: max, example: example ?? Math.min(Math.max(1, min), max) },
    read: (value, path, faults) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return faults.add(path, 'not-an-integer');
      if (value < min) return faults.add(path, 'too-small', { min });
      const most = Math.min(max, limit?.() ?? max);
      if (value > most) return faults.add(path, 'too-large', { max: most });
      return value + 0;
    },
    fromText: (text) => (/^-?\d{1,16}$/.test(text) ? Number(text) : text),
  });

/** A point in time: RFC 3339 with a required offset as it is sent, an `Instant` (ms since 1970, UTC) in the command. */
export const Moment = (description: string): FieldDecorator =>
  decorate({
    kind: 'moment',
    description,
    optional: false,
    schema: { type: 'string', format: 'date-time', example: '2023-12-01T02:13:00+07:00' },
    read: (value, path, faults) => (typeof value === 'string' ? parseInstant(value) : undefined) ?? faults.add(path, 'not-a-moment'),
    fromText: asText,
  });

/** One of a closed list of words. */
export const OneOf = (description: string, values: readonly string[]): FieldDecorator => {
  const allowed = new Set(values);
  return decorate({
    kind: 'one-of',
    description,
    optional: false,
    schema: { type: 'string', enum: [...values], example: values[0] },
    read: (value, path, faults) => (typeof value === 'string' && allowed.has(value) ? value : faults.add(path, 'not-one-of', { values })),
    fromText: asText,
  });
};

/** Yes or no. */
export const Flag = (description: string): FieldDecorator =>
  decorate({
    kind: 'flag',
    description,
    optional: false,
    schema: { type: 'boolean', example: true },
    read: (value, path, faults) => (typeof value === 'boolean' ? value : faults.add(path, 'not-a-flag')),
    fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  });
