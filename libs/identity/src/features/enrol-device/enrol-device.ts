import { command } from '#kernel';
import { Count, Id, OneOf, Optional, readPublicKey, UnusableKey, Words } from '#http';
import { account, deviceAlgorithms, deviceEnrolled, deviceRevoked, type DeviceAlgorithm } from '../../domain/account.ts';
import { deviceOf, isSuspended, outranksSquadLeader } from '../../domain/held.ts';
import { identityProcess } from '../../domain/process.ts';

export class EnrolDevice {
  @Id('The account that signs with the device') account!: string;
  @Id('The device') device!: string;
  @Words('The public key: SPKI in base64 or base64url', {
    min: 40,
    max: 300,
    pattern: /^[A-Za-z0-9+/_-]+={0,2}$/,
    example: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
  })
  publicKey!: string;
  @OneOf('How it signs', deviceAlgorithms) algorithm!: DeviceAlgorithm;
  @Optional(Id('The device of the account that it replaces')) replaces?: string;
  @Optional(Count('The last entry of the replaced device that is still believed; absent: none that has yet to come', { min: 1 })) lastTrustedSeq?: number;
}

function fits({ publicKey, algorithm }: EnrolDevice): boolean {
  try {
    return (readPublicKey(publicKey).asymmetricKeyType === 'ed25519') === (algorithm === 'ed25519');
  } catch (error) {
    if (error instanceof UnusableKey) return false;
    throw error;
  }
}

export const enrolDevice = command(EnrolDevice)({
  name: 'identity.enrol-device',
  summary: 'What this device signs is what the account says.',
  records: 'order',
  roles: ['squad-leader', 'admin', identityProcess],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.account-unknown': (_, { account }) => account.status === 'unopened',
    'identity.account-is-suspended': (_, { account }) => isSuspended(account),
    'identity.account-outranks': (c, { account }, { actor, recordedAt }) =>
      actor.role === 'squad-leader' && c.account !== actor.user && outranksSquadLeader(account, recordedAt),
    'identity.device-known': ({ device }, { account }) => deviceOf(account, device) !== undefined,
    'identity.device-unknown': ({ replaces }, { account }) => replaces !== undefined && deviceOf(account, replaces) === undefined,
    'identity.key-not-usable': (c) => !fits(c),
  },
  record: ({ device, publicKey, algorithm, replaces, lastTrustedSeq }, { account }) => {
    if (replaces === undefined) return [deviceEnrolled({ device, publicKey, algorithm })];
    const enrolled = deviceEnrolled({ device, publicKey, algorithm, replaces });
    // What was revoked before is believed no further than was said then.
    if (deviceOf(account, replaces)?.revoked) return [enrolled];
    return [enrolled, deviceRevoked({ device: replaces, ...(lastTrustedSeq !== undefined && { lastTrustedSeq }) })];
  },
});
