import { hash, randomBytes } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A UUID of RFC 9562 in lower case: the only spelling that the log accepts. */
export const isUuid = (text: string): boolean => uuid.test(text);

function format(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Sets version and variant (RFC 9562 §4.1, §4.2) in place. */
function stamp(bytes: Uint8Array, version: number): Uint8Array {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

/** UUIDv7 (RFC 9562 §5.7) of an instant in ms and 74 random bits. */
export function uuidv7(now: number, random: Uint8Array = randomBytes(10)): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  return format(stamp(bytes, 7));
}

/** UUIDv5 (RFC 9562 §5.5): the same name in the same namespace is the same id, on every machine and at every retry. */
export function uuidv5(namespace: string, name: string): string {
  const named = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name, 'utf8')]);
  return format(stamp(hash('sha1', named, 'buffer'), 5));
}

const saksi = uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:saksi');

/** The id of a thing with a natural key (station, village, box, seal): the same key is the same id, so imports repeat. */
export const naturalId = (kind: string, key: string): string => uuidv5(uuidv5(saksi, kind), key.normalize('NFC').trim().toLowerCase());

/** The id of the index-th event of a command: a retry makes the same ids. */
export const eventId = (commandId: string, index: number): string => uuidv5(commandId, String(index));
