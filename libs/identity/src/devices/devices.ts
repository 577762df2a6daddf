import { DeviceRefused, type Devices } from '#cqrs';
import { entryHash, verifySignature } from '#http';
import type { DeviceClaim } from '#kernel';
import type { Account, Device } from '../domain/account.ts';
import { deviceOf } from '../domain/held.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** What can be wrong with a device's entry. Testimony is kept with these marks; what is asked is refused for all but the softer ones. */
export type DeviceMark =
  'unknown-device' | 'bad-signature' | 'revoked' | 'sequence-repeated' | 'sequence-forked' | 'sequence-gap' | 'sequence-late' | 'clock-not-measured';

const refusals = {
  'unknown-device': 'unknown-device',
  'bad-signature': 'bad-signature',
  revoked: 'revoked',
  'sequence-repeated': 'sequence',
  'sequence-forked': 'sequence',
} as const satisfies Partial<Record<DeviceMark, DeviceRefused['why']>>;

const isRefusal = (mark: DeviceMark): mark is keyof typeof refusals => mark in refusals;

/** A revoked device is still believed up to the last entry that was trusted when it was revoked. */
export const isBelieved = ({ revoked }: Device, seq: number): boolean => !revoked || (revoked.lastTrustedSeq !== undefined && seq <= revoked.lastTrustedSeq);

/** Checks what devices signed against the author's enrolled devices, and follows each device's sequence of entries. */
export function createDevices({ secrets, loadAccount }: { readonly secrets: Secrets; readonly loadAccount: (user: string) => Promise<Account> }): Devices {
  /** A sequence is only followed for what the device really signed: anyone can claim a number. */
  const judge = async (device: Device | undefined, entry: Parameters<Devices['check']>[0], payload: Uint8Array): Promise<readonly DeviceMark[]> => {
    if (!device) return ['unknown-device'];
    if (!(await verifySignature(device.publicKey, payload, entry.signature))) return ['bad-signature'];
    const { id, seq, previousHash } = entry;
    const sequence = await secrets.ask('followSequence', { device: id, seq, hash: entryHash(payload), previous: previousHash });
    return isBelieved(device, seq) ? sequence : ['revoked', ...sequence];
  };

  return {
    async check(entry, { author, payload, voice, sentAt, now }): Promise<DeviceClaim> {
      const marks = await judge(deviceOf(await loadAccount(author), entry.id), entry, payload);
      const refusal = marks.find(isRefusal);
      if (refusal && voice === 'asked') throw new DeviceRefused(refusals[refusal]);
      const trusted = refusal === undefined;
      const { id, seq, clock, signature } = entry;
      const offset = await offsetOf(secrets, {
        id,
        trusted,
        ...(sentAt !== undefined ? { measured: now - sentAt } : voice === 'asked' ? { measured: now - clock } : {}),
      });
      const all = offset === undefined ? [...marks, 'clock-not-measured'] : marks;
      const missing = all.includes('sequence-gap') ? await secrets.ask('missingBefore', id, seq) : 0;
      return { id, seq, clock, offset: offset ?? 0, signature, ...(all.length > 0 && { marks: all }), ...(missing > 0 && { missing }) };
    },
  };
}

/** What is asked was signed a moment ago: its own clock is then the measurement. Else the last measurement of this device counts. */
async function offsetOf(
  secrets: Secrets,
  { id, trusted, measured }: { readonly id: string; readonly trusted: boolean; readonly measured?: number },
): Promise<number | undefined> {
  if (measured === undefined) return secrets.ask('offsetOf', id);
  if (trusted) await secrets.ask('keepOffset', id, measured);
  return measured;
}
