import { Count, Id, Moment, OneOf, OrNull } from '#http';
import { formatWib, roles } from '#kernel';
import { query } from '#read-models';
import { deviceAlgorithms, type DeviceAlgorithm } from '../../domain/account.ts';
import { devices as devicesView } from '../../views/devices.projection.ts';

export class Devices {
  @Id('The account') account!: string;
}

export class DeviceFound {
  @Id('The device') device!: string;
  @OneOf('How it signs', deviceAlgorithms) algorithm!: DeviceAlgorithm;
  @Moment('When it was enrolled') enrolled!: string;
  @OrNull(Moment('When it was revoked; null: it is trusted')) revoked!: string | null;
  @OrNull(Count('The last entry that is still believed after it was revoked')) lastTrustedSeq!: number | null;
  @OrNull(Id('The device before it')) replaces!: string | null;
  @OrNull(Id('The device that took its place')) replacedBy!: string | null;
}

export const deviceList = query(Devices)({
  name: 'identity.devices',
  summary: 'The devices of an account, also those that were revoked.',
  roles,
  scope: ({ account }) => ({ account }),
  from: devicesView,
  answers: [DeviceFound],
  find: ({ account }, db) =>
    db.selectFrom('device').select(['device', 'algorithm', 'enrolled', 'revoked', 'last_trusted', 'replaces', 'replaced_by']).where('account', '=', account),
  page: { by: ['device'] },
  present: (rows) =>
    rows.map(({ device, algorithm, enrolled, revoked, last_trusted, replaces, replaced_by }): DeviceFound => ({
      device,
      algorithm,
      enrolled: formatWib(enrolled),
      revoked: revoked === null ? null : formatWib(revoked),
      lastTrustedSeq: last_trusted,
      replaces,
      replacedBy: replaced_by,
    })),
});
