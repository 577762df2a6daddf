import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { drawReturned, returnReasons } from '../../domain/lot.events.ts';
import type { ReturnReason } from '../../domain/lot.events.ts';
import { drawnIn, isOfDamaged, lot, wasMade } from '../../domain/lot.ts';
import { Quantity } from '../fields.ts';
import { lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class ReturnDraw extends OfLot {
  @Id('The draw') draw!: string;
  @Quantity('How much of it comes back') quantity!: number;
  @OneOf('Why', returnReasons) reason!: ReturnReason;
}

export const returnDraw = command(ReturnDraw)({
  name: 'logistics.return-draw',
  summary: 'What was drawn from a lot comes back to it, all of it or some; what was damaged is damaged still.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.draw-not-made': ({ draw }, { lot }) => lot.of !== undefined && !wasMade(lot, draw),
    'logistics.draw-holds-less': ({ draw, quantity }, { lot }, { effectiveAt }) => {
      const out = drawnIn(lot, draw, effectiveAt);
      return wasMade(lot, draw) && quantity > out && { out, asked: quantity };
    },
  },

  record: ({ warehouse, item, lot, draw, quantity, reason }, known) => [
    drawReturned({ warehouse, item, lot, draw, quantity, ...(isOfDamaged(known.lot, draw) && { condition: 'damaged' }), reason }),
  ],
});
