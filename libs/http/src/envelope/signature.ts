import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Instant } from '#kernel';
import { canonicalBytes } from '#event-store';
import { coSignedFieldsOf, replaceAt } from '../fields/inspect.ts';
import type { FieldsClass } from '../fields/field.ts';

/** What a device signs: an entry with everything that gives it meaning. */
export interface SignedEntry {
  /** Version of this payload. */
  readonly v: 1;
  /** The command's name, `access.admit-guest`. */
  readonly name: string;
  readonly commandId: string;
  /** The account whose entry it is. */
  readonly author: string;
  /** `Saksi-Occurred-At`, verbatim. */
  readonly occurredAt: string;
  readonly device: string;
  readonly seq: number;
  readonly clock: Instant;
  readonly previousHash: string | null;
  /** See `signedBody`. */
  readonly body: object;
}

/** The bytes that are signed: RFC 8785 canonical JSON of the entry. */
export const signaturePayload = ({ v, name, commandId, author, occurredAt, device, seq, clock, previousHash, body }: SignedEntry): Uint8Array =>
  canonicalBytes({ v, name, commandId, author, occurredAt, device, seq, clock, previousHash, body });

/** SHA-256 in hex of a signed payload: the next entry's `previousHash`. */
export const entryHash = (payload: Uint8Array): string => createHash('sha256').update(payload).digest('hex');

/**
 * A command as signatures and digests cover it: commitments in place of personal values, moments as ms since 1970,
 * text trimmed and in NFC, and without the second persons' consents, which sign the same bytes themselves (and of
 * which a PIN must not be guessable from a signature).
 */
export function signedBody(type: FieldsClass, sealed: object): object {
  const consents = coSignedFieldsOf(type);
  if (consents.length === 0) return { ...sealed };
  const body = structuredClone({ ...sealed });
  for (const path of consents) replaceAt(body, path, () => undefined);
  return body;
}

/** A device's key cannot be used: not an SPKI of ECDSA P-256 or Ed25519. */
export class UnusableKey extends Error {
  override readonly name = 'UnusableKey';
  constructor(options?: ErrorOptions) {
    super('The public key must be an SPKI (DER in base64url) of ECDSA P-256 or Ed25519. Let the device make a new key pair.', options);
  }
}

/** Reads a public key as WebCrypto exports it: `exportKey('spki')` in base64url (base64 is taken too). @throws UnusableKey */
export function readPublicKey(spki: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
  } catch (cause) {
    throw new UnusableKey({ cause });
  }
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (key.asymmetricKeyType === 'ed25519' || (key.asymmetricKeyType === 'ec' && curve === 'prime256v1')) return key;
  throw new UnusableKey();
}

/**
 * Whether the key's owner signed these bytes: Ed25519, or ECDSA P-256 with SHA-256 as WebCrypto signs (r ‖ s).
 * Computed off the main thread. @throws UnusableKey
 */
export function verifySignature(publicKey: KeyObject | string, payload: Uint8Array, signature: string): Promise<boolean> {
  const key = typeof publicKey === 'string' ? readPublicKey(publicKey) : publicKey;
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.length !== 64) return Promise.resolve(false);
  const [algorithm, input] = key.asymmetricKeyType === 'ed25519' ? [null, key] : ['sha256', { key, dsaEncoding: 'ieee-p1363' as const }];
  return new Promise((resolve, reject) => {
    verify(algorithm, payload, input, bytes, (error, valid) => (error ? reject(error) : resolve(valid)));
  });
}
