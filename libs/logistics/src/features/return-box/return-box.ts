import { Id, Optional, Words } from '#http';
import { command, said } from '#kernel';
import { box } from '../../domain/box.ts';
import { boxReturned } from '../../domain/box.events.ts';
import { boxNotAt, boxOfAnotherStation, OfBox, villageCode } from '../of-box.ts';

export class ReturnBox extends OfBox {
  @Words('The village where it is now', { pattern: villageCode, example: '1601141011' }) village!: string;
  @Optional(Id('The warehouse there; left out, it is in the village office')) warehouse?: string;
  @Optional(Id('The zone of that warehouse where it stands')) zone?: string;
}

export const returnBox = command(ReturnBox)({
  name: 'logistics.return-box',
  summary: 'A box has come back to a village office or to a warehouse, from its station, from a truck, or found again.',
  records: 'fact',
  roles: ['dispatcher', 'station-officer'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.box-not-away': (_, { box }, { effectiveAt }) => boxNotAt(box, effectiveAt, 'on-truck', 'at-office', 'at-station', 'lost'),
    'logistics.zone-without-warehouse': ({ warehouse, zone }) => zone !== undefined && warehouse === undefined,
  },

  record: ({ station, village, warehouse, zone }) => [boxReturned({ station, village, ...said({ warehouse, zone }) })],
});
