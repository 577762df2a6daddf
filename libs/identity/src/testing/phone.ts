import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { signaturePayload, type DeviceEntry, type SignedEntry } from '#http';
import type { Instant } from '#kernel';
import { coSignaturePayload } from '../co-signing/co-signing.ts';
import type { DeviceAlgorithm } from '../domain/account.ts';

const hex = (payload: Uint8Array): string => createHash('sha256').update(payload).digest('hex');

/** A person's device: signs entries one after the other, each naming the one before. */
export class Phone {
  readonly id: string;
  readonly algorithm: DeviceAlgorithm;
  readonly publicKey: string;
  readonly #key: KeyObject;
  #seq = 0;
  #previous: string | null = null;

  constructor(id: string, algorithm: DeviceAlgorithm = 'ed25519') {
    const { privateKey, publicKey } = algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.id = id;
    this.algorithm = algorithm;
    this.#key = privateKey;
    this.publicKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  }

  #sign(payload: Uint8Array): string {
    const key = this.#key;
    return (this.algorithm === 'ed25519' ? sign(null, payload, key) : sign('sha256', payload, { key, dsaEncoding: 'ieee-p1363' })).toString('base64url');
  }

  /** The next entry, or one that claims another place in the sequence. */
  entry(
    author: string,
    clock: Instant,
    body: object,
    claim: Partial<Pick<SignedEntry, 'seq' | 'previousHash'>> = {},
  ): { entry: DeviceEntry; payload: Uint8Array } {
    const seq = claim.seq ?? (this.#seq += 1);
    const previousHash = claim.previousHash === undefined ? this.#previous : claim.previousHash;
    const payload = signaturePayload({
      v: 1,
      name: 'access.admit-guest',
      commandId: this.id,
      author,
      occurredAt: '2023-12-01T02:00:00+07:00',
      device: this.id,
      seq,
      clock,
      previousHash,
      body,
    });
    this.#previous = hex(payload);
    return { entry: { id: this.id, seq, clock, previousHash, signature: this.#sign(payload) }, payload };
  }

  consent(user: string, clock: Instant, payload: Uint8Array): { user: string; device: string; seq: number; clock: Instant; signature: string } {
    const seq = (this.#seq += 1);
    const signed = coSignaturePayload({ user, device: this.id, seq, clock }, payload);
    this.#previous = hex(signed);
    return { user, device: this.id, seq, clock, signature: this.#sign(signed) };
  }
}
