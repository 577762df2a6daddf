import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createSealing, NotSealedForUs, type Sealing } from './sealing.ts';

const entry = '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11';
const text = (value: string): ArrayBuffer => new TextEncoder().encode(value).buffer;

/** As a phone seals. */
async function seal({ publicKey }: Sealing, content: unknown, id = entry): Promise<string> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(Uint8Array.from(Buffer.from(publicKey, 'base64url')).buffer);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: text('saksi.entry.v1') }, text(JSON.stringify(content)), text(id));
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]).toString('base64url');
}

const secret = Buffer.alloc(32, 7);
let ours: Sealing;
beforeAll(async () => {
  ours = await createSealing(secret);
});

describe('what a phone seals', () => {
  it('opens, also after a restart: the key is the same for the same secret', async () => {
    const sealed = await seal(ours, { name: 'access.lock-door' });
    expect(await (await createSealing(secret)).open(sealed, entry)).toEqual({ name: 'access.lock-door' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['for another Saksi', async () => ours.open(await seal(await createSealing(Buffer.alloc(32, 8)), {}), entry)],
    ['under another id', async () => ours.open(await seal(ours, {}, secret.toString('hex')), entry)],
    ['and damaged', async () => ours.open((await seal(ours, {})).replace(/.{4}$/, 'AAAA'), entry)],
    ['by nobody', () => ours.open('AAAA', entry)],
    ['of what is no JSON', async () => ours.open(await seal(ours, undefined), entry)],
  ])('does not open when it was sealed %s', (_, opening) => expect(opening()).rejects.toThrow(NotSealedForUs));
});
