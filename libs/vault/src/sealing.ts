import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomFillSync, type KeyObject } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

// Random nonces are drawn in bulk: one call to the system's generator for 512 of them.
const pool = Buffer.alloc(nonceBytes * 512);
let used = pool.length;

function nextNonce(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += nonceBytes;
  return Buffer.from(pool.subarray(used - nonceBytes, used));
}

/**
 * A key as node:crypto takes it quickly: handing it bytes makes such an object at every call, for some 30 µs each
 * (Node 24.21).
 */
export const keyFrom = (bytes: Uint8Array): KeyObject => createSecretKey(bytes);

/** AES-256-GCM: nonce (12) ‖ ciphertext ‖ tag (16). `bound` is authenticated and not stored: it must be the same to open. */
export function seal(key: KeyObject, plain: Uint8Array | string, bound: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const sealed = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** What was sealed, or undefined when the key, the bytes or what they are bound to are not the same. */
export function unseal(key: KeyObject, sealed: Uint8Array, bound: string): Buffer | undefined {
  // It comes from a file that somebody may have altered: it need not even be bytes.
  if (!(sealed instanceof Uint8Array) || sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

/** HKDF-SHA-256 (RFC 5869) of one secret for one purpose, 32 bytes. */
export const derive = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `saksi.vault.${purpose}.v1`, 32));

/** One key out of several: whoever lacks one of them has nothing. The order of the keys must be agreed on. */
export function combine(keys: readonly KeyObject[]): KeyObject {
  const [only] = keys;
  if (keys.length === 1 && only) return only;
  return keyFrom(
    createHmac('sha256', keyFrom(Buffer.concat(keys.map((key) => key.export()))))
      .update('saksi.vault.concerns.v1')
      .digest(),
  );
}

/** What a stored thing is bound to, so that rows cannot be swapped. */
export const bound = {
  root: (keyId: string) => `saksi.vault.root.v1\0${keyId}`,
  bridge: (keyId: string) => `saksi.vault.bridge.v1\0${keyId}`,
  subject: (subject: string) => `saksi.vault.subject.v1\0${subject}`,
  value: (commitment: string, subject: string, kind: number) => `saksi.vault.value.v1\0${commitment}\0${subject}\0${kind}`,
  segmentKey: (segment: number) => `saksi.vault.segment-key.v1\0${segment}`,
  segment: (segment: number, shelf: number, first: number, last: number) => `saksi.vault.segment.v1\0${segment}\0${shelf}\0${first}\0${last}`,
};
