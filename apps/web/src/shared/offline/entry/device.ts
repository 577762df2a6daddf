import { v7 as uuidv7 } from 'uuid';
import { base64url, sha256 } from './bytes.ts';
import { payloadOf, type SignedEntry } from './payload.ts';

/**
 * What signs for one account on this phone: a key that cannot leave the browser, and where its sequence stands. Storage
 * that the browser evicts takes the key with it; what is made then is another device, which is enrolled anew and begins
 * at 1: a new epoch, not a gap.
 */
export interface Device {
  readonly id: string;
  readonly account: string;
  readonly keys: CryptoKeyPair;
  /** SPKI in base64url. */
  readonly publicKey: string;
  /** Whether the server has been told of the key by somebody who may. Until then, what is signed counts as an unknown device's. */
  readonly enrolled: boolean;
  readonly lastSeq: number;
  readonly lastHash: string | null;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function makeDevice(account: string, now: number): Promise<Device> {
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = base64url(await crypto.subtle.exportKey('spki', keys.publicKey));
  return { id: uuidv7({ msecs: now }), account, keys, publicKey, enrolled: false, lastSeq: 0, lastHash: null };
}

type Unsigned = Omit<SignedEntry, 'device' | 'seq' | 'previousHash' | 'author'>;

/** Signs the device's next entry, naming the one before; `after` is the device with its sequence one further. */
export async function signNext(device: Device, entry: Unsigned): Promise<{ headers: Record<string, string>; after: Device }> {
  const { id, account, lastSeq, lastHash: previousHash } = device;
  const seq = lastSeq + 1;
  const payload = payloadOf({ ...entry, author: account, device: id, seq, previousHash });
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, device.keys.privateKey, payload);
  const headers = {
    'Saksi-Author': account,
    'Saksi-Occurred-At': entry.occurredAt,
    'Saksi-Device': `${id};${seq};${new Date(entry.clock).toISOString()}`,
    ...(previousHash !== null && { 'Saksi-Previous': previousHash }),
    'Saksi-Signature': base64url(signature),
  };
  return { headers, after: { ...device, lastSeq: seq, lastHash: await sha256(payload) } };
}
