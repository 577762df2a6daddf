import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { base64url, ofBase64url, utf8 } from './bytes.ts';
import type { Content } from './content.ts';

const info = utf8('saksi.entry.v1');

/** Makes an entry readable by the server alone (HPKE, RFC 9180): whoever holds this phone next carries it without reading it. */
export async function seal(content: Content, id: string, serverKey: string): Promise<string> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(ofBase64url(serverKey).buffer);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: info.buffer }, utf8(JSON.stringify(content)).buffer, utf8(id).buffer);
  const sealed = new Uint8Array(enc.byteLength + ct.byteLength);
  sealed.set(new Uint8Array(enc));
  sealed.set(new Uint8Array(ct), enc.byteLength);
  return base64url(sealed);
}
