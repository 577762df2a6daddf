import canonicalize from 'canonicalize';
import { utf8 } from './bytes.ts';
import type { Fields } from './at-path.ts';

/** Everything that a device's signature covers. */
export interface SignedEntry {
  readonly name: string;
  readonly commandId: string;
  readonly author: string;
  readonly occurredAt: string;
  readonly device: string;
  readonly seq: number;
  /** The device's clock, ms since 1970. */
  readonly clock: number;
  readonly previousHash: string | null;
  readonly body: Fields;
}

/** The bytes that are signed: RFC 8785 canonical JSON. */
export function payloadOf(entry: SignedEntry): Uint8Array<ArrayBuffer> {
  const text = canonicalize({ v: 1, ...entry });
  if (text === undefined) throw new TypeError('Only an object has canonical bytes.');
  return utf8(text);
}
