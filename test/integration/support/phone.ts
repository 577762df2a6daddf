import { generateKeyPairSync, sign } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { entryHash, signaturePayload } from '#http';
import { formatWib, type Instant } from '#kernel';

/** What a phone is asked to sign: a command as the log will hold it, without the persons' values. */
export interface ToSign {
  readonly name: string;
  readonly commandId: string;
  readonly author: string;
  readonly occurredAt: string;
  readonly clock: Instant;
  readonly body: object;
}

/** A phone with a key pair of its own: signs entries one after the other, each naming the one before. */
export function phone(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  let seq = 0;
  let previousHash: string | null = null;
  return {
    id,
    enrolled: { device: id, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'), algorithm: 'ed25519' as const },
    /** The headers that carry the entry. */
    headers({ name, commandId, author, occurredAt, clock, body }: ToSign): Record<string, string> {
      seq += 1;
      const payload = signaturePayload({ v: 1, name, commandId, author, occurredAt, device: id, seq, clock, previousHash, body });
      const headers = {
        'idempotency-key': commandId,
        'saksi-occurred-at': occurredAt,
        'saksi-device': `${id};${seq};${formatWib(clock)}`,
        'saksi-signature': sign(null, payload, privateKey).toString('base64url'),
        ...(previousHash !== null && { 'saksi-previous': previousHash }),
      };
      previousHash = entryHash(payload);
      return headers;
    },
  };
}

const text = (value: string): ArrayBuffer => new TextEncoder().encode(value).buffer;

/** Seals an entry for the server whose public key this is, as a phone does that waits for a network. */
export async function sealFor(publicKey: string, entry: string, content: object): Promise<string> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(Uint8Array.from(Buffer.from(publicKey, 'base64url')).buffer);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: text('saksi.entry.v1') }, text(JSON.stringify(content)), text(entry));
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]).toString('base64url');
}
