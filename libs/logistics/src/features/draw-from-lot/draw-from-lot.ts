import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { drawPurposes, lotDrawn } from '../../domain/lot.events.ts';
import type { DrawPurpose } from '../../domain/lot.events.ts';
import { lot, wasMade } from '../../domain/lot.ts';
import { Quantity } from '../fields.ts';
import { lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class DrawFromLot extends OfLot {
  @Id('The draw; the client names it') draw!: string;
  @Quantity('How much is taken') quantity!: number;
  @OneOf('What it is for', drawPurposes) purpose!: DrawPurpose;
  @Id('The box, the dispatch or the destruction it is for') boundFor!: string;
}

export const drawFromLot = command(DrawFromLot)({
  name: 'logistics.draw-from-lot',
  summary: 'A quantity is taken from a lot for one box, one dispatch or one destruction.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.lot-holds-less': ({ quantity }, { lot }, circumstances) => lotHoldsLess(lot, quantity, circumstances),
    'logistics.draw-already-made': ({ draw }, { lot }) => wasMade(lot, draw),
  },

  record: ({ warehouse, item, lot, draw, quantity, purpose, boundFor }) => [
    lotDrawn({ warehouse, item, lot, draw, quantity, for: { kind: purpose, id: boundFor } }),
  ],
});
