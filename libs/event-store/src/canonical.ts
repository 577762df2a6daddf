/**
 * The bytes of JSON as RFC 8785 (JCS) writes them: keys in the order of their UTF-16 code units, numbers and strings as
 * ECMAScript serialises them, no white space. Written by hand, because it runs several times in every command.
 */

const maximumDepth = 64;
const encoder = new TextEncoder();
/** Text that needs no escape, the greater part of what is written. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** This value has no canonical JSON. `path` says where (`data.door`), never what: the value may be personal. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
  readonly path: string;
  readonly why: string;
  constructor(path: string, why: string) {
    super(`No canonical JSON can be made of ${path === '' ? 'the value' : `"${path}"`}: ${why}.`);
    this.path = path;
    this.why = why;
  }
}

/**
 * RFC 8785 bytes of a JSON value.
 * @throws NotCanonical for lone surrogates, NaN, infinities, undefined, bigint, functions, symbols, Date, Map and the like
 */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> => encoder.encode(canonicalText(value));

/** RFC 8785 text of a JSON value; throws as `canonicalBytes` does. */
export function canonicalText(value: unknown): string {
  const path: (string | number)[] = [];
  return written(value, path);
}

/** The value whose JSON these bytes are. Any JSON is read, canonical or not. @throws SyntaxError when it is not JSON */
export const parseJson = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));

/** Whether these bytes are the very bytes that `canonicalBytes` makes of their value. */
export function isCanonical(bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(canonicalBytes(parseJson(bytes)), bytes) === 0;
  } catch {
    return false;
  }
}

function written(value: unknown, path: (string | number)[]): string {
  switch (typeof value) {
    case 'string':
      return quoted(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw refused(path, 'NaN and infinities are not JSON');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (path.length >= maximumDepth) throw refused(path, `it is circular or nested deeper than ${maximumDepth}`);
      return Array.isArray(value) ? list(value, path) : record(value, path);
    default:
      throw refused(path, `${typeof value} is not JSON`);
  }
}

function quoted(text: string, path: readonly (string | number)[]): string {
  if (plain.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw refused(path, 'it holds a lone surrogate, half of a character');
  return JSON.stringify(text);
}

function list(values: readonly unknown[], path: (string | number)[]): string {
  let text = '[';
  for (let index = 0; index < values.length; index++) {
    path.push(index);
    text += `${index === 0 ? '' : ','}${written(values[index], path)}`;
    path.pop();
  }
  return `${text}]`;
}

function record(value: object, path: (string | number)[]): string {
  if (Object.getPrototypeOf(value) !== Object.prototype) refuseExotic(value, path);
  const values = value as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of sortedKeys(value)) {
    path.push(key);
    text += `${text === '{' ? '' : ','}${quoted(key, path)}:${written(values[key], path)}`;
    path.pop();
  }
  return `${text}}`;
}

/** `sort` copies the keys and asks for their text anew; below this many, putting each into its place takes a fraction of that. */
const fewKeys = 24;

/** `<` compares UTF-16 code units, which is the order of RFC 8785 §3.2.3 and of `sort` by itself; a locale's order is not. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  if (keys.length > fewKeys) return keys.sort();
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index] ?? '';
    let at = index;
    for (let before = keys[at - 1]; at > 0 && before !== undefined && before > key; before = keys[at - 1]) keys[at--] = before;
    keys[at] = key;
  }
  return keys;
}

/** An instance of a plain class is its own fields; anything with another idea of its JSON, or none, is a mistake. */
function refuseExotic(value: object, path: readonly (string | number)[]): void {
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]') throw refused(path, `${kind.slice(8, -1)} is not JSON`);
  if ('toJSON' in value) throw refused(path, 'an object with toJSON is not plain JSON');
}

const refused = (path: readonly (string | number)[], why: string): NotCanonical => new NotCanonical(path.join('.'), why);
