import { command, roles } from '#kernel';
import { Count, Id, Optional } from '#http';
import { account, deviceRevoked } from '../../domain/account.ts';
import { deviceOf } from '../../domain/held.ts';

export class RevokeDevice {
  @Id('The account of the device') account!: string;
  @Id('The device') device!: string;
  @Optional(Count('The last entry that is still believed, when it is known', { min: 1 })) lastTrustedSeq?: number;
}

/** Anyone may give up their own device at once; another's takes a squad leader of the post or an admin. */
const ownOnly = new Set<string>(roles.filter((role) => role !== 'squad-leader' && role !== 'admin'));

export const revokeDevice = command(RevokeDevice)({
  name: 'identity.revoke-device',
  summary: 'What the device signs is no longer believed: it was lost, or its person left.',
  records: 'order',
  roles: ['squad-leader', 'admin', 'guard', 'dispatcher', 'station-officer', 'commander', 'investigator', 'supervisor'],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.device-unknown': ({ device }, { account }) => deviceOf(account, device) === undefined,
    'identity.device-already-revoked': ({ device }, { account }) => deviceOf(account, device)?.revoked !== undefined,
    'identity.not-your-device': (c, _, { actor }) => ownOnly.has(actor.role) && c.account !== actor.user,
  },
  record: ({ device, lastTrustedSeq }) => [deviceRevoked({ device, ...(lastTrustedSeq !== undefined && { lastTrustedSeq }) })],
});
