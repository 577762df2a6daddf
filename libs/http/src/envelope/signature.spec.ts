import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import type { CoSignature, Instant, Sealed } from '#kernel';
import { CoSigned } from '../fields/co-signed.ts';
import { Id, Moment } from '../fields/plain.ts';
import { PersonName } from '../fields/personal.ts';
import { entryHash, readPublicKey, signaturePayload, signedBody, UnusableKey, verifySignature, type SignedEntry } from './signature.ts';

const entry: SignedEntry = {
  v: 1,
  name: 'access.admit-guest',
  commandId: '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11',
  author: '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e55',
  occurredAt: '2023-12-01T02:00:00+07:00',
  device: '018c2207-5f3a-7c41-9d2e-3b1a6f0c8e99',
  seq: 7,
  clock: 1_701_370_800_000,
  previousHash: null,
  body: { door: 'd', badge: 'T-12' },
};

type Algorithm = { name: 'Ed25519' } | { name: 'ECDSA'; namedCurve: string; hash: string };
const p256: Algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const ed25519: Algorithm = { name: 'Ed25519' };

/** A device as a browser makes one. */
async function device(algorithm: Algorithm): Promise<{ spki: string; sign: (payload: Uint8Array) => Promise<string> }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new TypeError('A key pair was expected.');
  const spki = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey)).toString('base64url');
  return { spki, sign: async (payload) => Buffer.from(await webcrypto.subtle.sign(algorithm, keys.privateKey, Buffer.from(payload))).toString('base64url') };
}

describe('the payload of a signature', () => {
  it('is canonical JSON, whatever the order of the fields', () => {
    const { body, ...others } = entry;
    expect(Buffer.from(signaturePayload({ body, ...others })).toString()).toBe(
      '{"author":"018c2207-5f3a-7c41-9d2e-3b1a6f0c8e55","body":{"badge":"T-12","door":"d"},"clock":1701370800000,"commandId":"018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11","device":"018c2207-5f3a-7c41-9d2e-3b1a6f0c8e99","name":"access.admit-guest","occurredAt":"2023-12-01T02:00:00+07:00","previousHash":null,"seq":7,"v":1}',
    );
  });

  it('hashes to what the next entry names', () =>
    expect(entryHash(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));

  it('holds commitments and no consents', () => {
    class Admit {
      @Id('The guest') guest!: string;
      @Moment('When') at!: Instant;
      @PersonName('Name', { of: 'guest' }) name!: Sealed;
      @CoSigned('Second person') second!: CoSignature;
    }
    const command = Object.assign(new Admit(), { guest: 'g', at: 5, name: 'c0ffee', second: { user: 'u', pin: '1234' } });
    expect(signedBody(Admit, command)).toEqual({ guest: 'g', at: 5, name: 'c0ffee' });
    expect(command.second).toEqual({ user: 'u', pin: '1234' });
  });
});

describe.each([
  ['ECDSA P-256', p256],
  ['Ed25519', ed25519],
])('a signature of %s', (_, algorithm) => {
  it('holds for the entry that was signed, and for no other', async () => {
    const phone = await device(algorithm);
    const payload = signaturePayload(entry);
    const signature = await phone.sign(payload);
    expect(await verifySignature(phone.spki, payload, signature)).toBe(true);
    expect(await verifySignature(readPublicKey(phone.spki), payload, signature)).toBe(true);
    for (const changed of [
      { seq: 8 },
      { author: entry.device },
      { occurredAt: '2023-12-01T02:00:01+07:00' },
      { body: { door: 'd', badge: 'T-13' } },
      { previousHash: 'a'.repeat(64) },
      { clock: entry.clock + 1 },
    ]) {
      expect(await verifySignature(phone.spki, signaturePayload({ ...entry, ...changed }), signature)).toBe(false);
    }
  });

  it("does not hold under another device's key, or cut short", async () => {
    const [phone, stolen] = [await device(algorithm), await device(algorithm)];
    const payload = signaturePayload(entry);
    expect(await verifySignature(phone.spki, payload, await stolen.sign(payload))).toBe(false);
    expect(await verifySignature(phone.spki, payload, (await phone.sign(payload)).slice(0, 40))).toBe(false);
  });
});

describe('a public key', () => {
  it('must be one', () => expect(() => readPublicKey('bm90IGEga2V5')).toThrow(UnusableKey));
  it('must be of a curve that browsers and Saksi share', async () => {
    const { spki } = await device({ name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' });
    expect(() => readPublicKey(spki)).toThrow('ECDSA P-256 or Ed25519');
  });
});
