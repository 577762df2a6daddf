import { command } from '#kernel';
import { Id, OneOf, Optional } from '#http';
import { drawConditions, drawPurposes, lotDrawn } from '../../domain/lot.events.ts';
import type { DrawCondition, DrawPurpose } from '../../domain/lot.events.ts';
import { lot, wasMade } from '../../domain/lot.ts';
import { Quantity } from '../fields.ts';
import { fewerDamaged, lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class DrawFromLot extends OfLot {
  @Id('The draw; the client names it') draw!: string;
  @Quantity('How much is taken') quantity!: number;
  @Optional(OneOf('Whether it is good or damaged; absent: good', drawConditions)) condition?: DrawCondition;
  @OneOf('What it is for', drawPurposes) purpose!: DrawPurpose;
  @Id('The box, the dispatch or the destruction it is for') boundFor!: string;
}

export const drawFromLot = command(DrawFromLot)({
  name: 'logistics.draw-from-lot',
  summary: 'A quantity is taken from a lot for one box, one dispatch or one destruction; what is damaged only for a destruction.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.lot-holds-less': ({ quantity, condition }, { lot }, circumstances) => condition !== 'damaged' && lotHoldsLess(lot, quantity, circumstances),
    'logistics.fewer-damaged': ({ quantity, condition }, { lot }, circumstances) => condition === 'damaged' && fewerDamaged(lot, quantity, circumstances),
    'logistics.damaged-not-for-use': ({ condition, purpose }) => condition === 'damaged' && purpose !== 'destruction',
    'logistics.draw-already-made': ({ draw }, { lot }) => wasMade(lot, draw),
  },

  record: ({ warehouse, item, lot, draw, quantity, condition, purpose, boundFor }) => [
    lotDrawn({ warehouse, item, lot, draw, quantity, ...(condition === 'damaged' && { condition }), for: { kind: purpose, id: boundFor } }),
  ],
});
