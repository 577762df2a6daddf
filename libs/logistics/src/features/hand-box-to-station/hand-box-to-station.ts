import { Id, PersonName } from '#http';
import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { box } from '../../domain/box.ts';
import { boxHandedToStation } from '../../domain/box.events.ts';
import { boxNotAt, boxOfAnotherStation, OfBox } from '../of-box.ts';

export class HandBoxToStation extends OfBox {
  @Id('Who takes it at the station') receiver!: string;
  @PersonName('Their name', { of: 'receiver' }) receiverName!: Sealed;
}

export const handBoxToStation = command(HandBoxToStation)({
  name: 'logistics.hand-box-to-station',
  summary: 'An office hands a box to the committee of its polling station.',
  records: 'fact',
  roles: ['dispatcher', 'station-officer'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.box-not-at-office': (_, { box }, { effectiveAt }) => boxNotAt(box, effectiveAt, 'at-office'),
  },

  record: ({ station, receiver, receiverName }) => [boxHandedToStation({ station, receiver, receiverName })],
});
