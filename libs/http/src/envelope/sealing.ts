import { createHash } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/** What a phone sealed cannot be opened: it was sealed for another Saksi, or it is damaged. */
export class NotSealedForUs extends Error {
  override readonly name = 'NotSealedForUs';
  constructor(options?: ErrorOptions) {
    super('The entry was sealed for another Saksi, or is damaged. Keep it on the phone and tell the admin.', options);
  }
}

/** Opens what phones seal for this Saksi. */
export interface Sealing {
  /** The public key in base64url (65 bytes, uncompressed point on P-256). */
  readonly publicKey: string;
  /** @throws NotSealedForUs */
  open(sealed: string, entry: string): Promise<unknown>;
}

const encapsulatedBytes = 65;
const info = new TextEncoder().encode('saksi.entry.v1');

/**
 * HPKE (RFC 9180: DHKEM P-256, HKDF-SHA256, AES-256-GCM, base mode) with a key pair that is always the same for the
 * same secret, so that what a phone has kept for weeks still opens. `sealed` is base64url of the encapsulated key and
 * the ciphertext; the entry's id is authenticated with it, `saksi.entry.v1` is the info string.
 */
export async function createSealing(secret: Uint8Array): Promise<Sealing> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const ikm = createHash('sha256').update('saksi.sealing.v1\0').update(secret).digest();
  const pair = await suite.kem.deriveKeyPair(Uint8Array.from(ikm).buffer);
  const publicKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
  return {
    publicKey,
    async open(sealed, entry) {
      const bytes = Uint8Array.from(Buffer.from(sealed, 'base64url'));
      try {
        const enc = bytes.slice(0, encapsulatedBytes).buffer;
        const opened = await suite.open({ recipientKey: pair, enc, info }, bytes.slice(encapsulatedBytes).buffer, new TextEncoder().encode(entry).buffer);
        const content: unknown = JSON.parse(Buffer.from(opened).toString('utf8'));
        return content;
      } catch (cause) {
        throw new NotSealedForUs({ cause });
      }
    },
  };
}
