import { command } from '#kernel';
import { Many, OneOf } from '#http';
import { damageCauses, lotInspected } from '../../domain/lot.events.ts';
import type { DamageCause, Damaged } from '../../domain/lot.events.ts';
import { damagedIn, lot } from '../../domain/lot.ts';
import { Quantity, QuantityOrNone } from '../fields.ts';
import { lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class DamagedCounted implements Damaged {
  @OneOf('What damaged them', damageCauses) cause!: DamageCause;
  @Quantity('How many') quantity!: number;
}

export class InspectLot extends OfLot {
  @QuantityOrNone('How many of those that were looked at are good') good!: number;
  @Many(DamagedCounted, { max: 10, description: 'How many are damaged, by cause' }) damaged!: DamagedCounted[];
}

export const inspectLot = command(InspectLot)({
  name: 'logistics.inspect-lot',
  summary: 'Some or all of a lot is looked at; what is damaged leaves the stock.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.nothing-inspected': ({ good, damaged }) => good === 0 && damaged.length === 0,
    'logistics.lot-holds-less': ({ good, damaged }, { lot }, circumstances) => lotHoldsLess(lot, good + damagedIn(damaged), circumstances),
  },

  record: ({ warehouse, item, good, damaged }) => [
    lotInspected({ warehouse, item, good, damaged: damaged.map(({ cause, quantity }) => ({ cause, quantity })) }),
  ],
});
