import { Many } from '#http';
import { command } from '#kernel';
import { box, sealsEverOn } from '../../domain/box.ts';
import { boxSealed } from '../../domain/box.events.ts';
import { sealsOnOtherBoxes } from '../../views/box.looks.ts';
import { SealNumber } from '../fields.ts';
import { boxNotAt, boxOfAnotherStation, OfBox } from '../of-box.ts';

export class SealBox extends OfBox {
  @Many(SealNumber('Number on a seal that is put on'), { min: 1, max: 20 }) seals!: string[];
}

export const sealBox = command(SealBox)({
  name: 'logistics.seal-box',
  summary: 'Seals are put on a packed box. A seal number is used once.',
  records: 'fact',
  roles: ['dispatcher', 'station-officer'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },
  looks: { onOthers: (c) => sealsOnOtherBoxes({ seals: c.seals, box: c.box }) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.box-not-at-hand': (_, { box }, { effectiveAt }) => boxNotAt(box, effectiveAt, 'in-warehouse', 'at-office', 'at-station'),
    'logistics.seal-used-before': ({ seals }, { box, onOthers }) => {
      const before = sealsEverOn(box);
      const used = seals.filter((seal) => before.includes(seal) || onOthers.includes(seal));
      return used.length > 0 && { seals: used };
    },
  },

  record: ({ station, seals }) => [boxSealed({ station, seals: [...seals].sort() })],
});
