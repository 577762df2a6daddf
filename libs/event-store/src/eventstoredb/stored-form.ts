import { createHash } from 'node:crypto';
import type { NewEvent } from '../port.ts';

/*
 * How an event of the port stands on the server. Its data are the event's data, byte for byte. Its metadata are
 * `{"id":"<the event's id>","metadata":<the event's metadata>}`: JSON where the metadata are JSON. Its id there is made
 * of everything the event says: EventStoreDB compares nothing but ids when an append is repeated, and calls the
 * repetition a success; so ids that differ whenever a byte differs make its comparison one of bytes (docs/adr/0023).
 */

const [opening, between, closing] = ['{"id":"', '","metadata":', '}'];
const idLength = 36;
const metadataStart = opening.length + idLength + between.length;

/** The id of an event on the server: a UUIDv8 (RFC 9562 §5.8) of the SHA-256 of its id, type, data and metadata. */
export function serverId({ id, type, data, metadata }: NewEvent): string {
  const lengths = `${type.length} ${data.byteLength} `;
  const digest = createHash('sha256').update(`${id}${lengths}${type}`).update(data).update(metadata).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function wrapped(id: string, metadata: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(metadataStart + metadata.byteLength + closing.length);
  bytes.write(`${opening}${id}${between}`, 'latin1');
  bytes.set(metadata, metadataStart);
  bytes.write(closing, metadataStart + metadata.byteLength, 'latin1');
  return bytes;
}

/** `undefined`: this event was not written by Saksi. */
export function unwrapped(stored: Uint8Array): { readonly id: string; readonly metadata: Uint8Array } | undefined {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const end = bytes.length - closing.length;
  if (end < metadataStart) return undefined;
  const frame = bytes.toString('latin1', 0, metadataStart);
  if (!frame.startsWith(opening) || !frame.endsWith(between) || bytes.toString('latin1', end) !== closing) return undefined;
  return { id: frame.slice(opening.length, opening.length + idLength), metadata: Uint8Array.from(bytes.subarray(metadataStart, end)) };
}

/** What an event adds to an append as the server counts it, beside its data and metadata. */
export const overheadOf = ({ type }: NewEvent): number => metadataStart + closing.length + 2 * type.length;
