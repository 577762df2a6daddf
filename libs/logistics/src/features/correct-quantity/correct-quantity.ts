import { command } from '#kernel';
import { OneOf } from '#http';
import { correctionDirections, correctionReasons, quantityCorrected } from '../../domain/lot.events.ts';
import type { CorrectionDirection, CorrectionReason } from '../../domain/lot.events.ts';
import { lot } from '../../domain/lot.ts';
import { DocumentNumber, Quantity } from '../fields.ts';
import { lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class CorrectQuantity extends OfLot {
  @OneOf('Whether there is more than the records say, or less', correctionDirections) direction!: CorrectionDirection;
  @Quantity('How much more, or less') quantity!: number;
  @OneOf('Why', correctionReasons) reason!: CorrectionReason;
  @DocumentNumber('Number of the minutes or the decision it rests on', 'BA-2023/11/0031') authority!: string;
}

export const correctQuantity = command(CorrectQuantity)({
  name: 'logistics.correct-quantity',
  summary: 'A lot holds more or less than the records say: the difference is put right, and stays to be seen.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.lot-holds-less': ({ direction, quantity }, { lot }, circumstances) => direction === 'less' && lotHoldsLess(lot, quantity, circumstances),
  },

  record: ({ warehouse, item, direction, quantity, reason, authority }) => [quantityCorrected({ warehouse, item, direction, quantity, reason, authority })],
});
