import { command } from '#kernel';
import { OneOf } from '#http';
import { damageCauses, damageReported } from '../../domain/lot.events.ts';
import type { DamageCause } from '../../domain/lot.events.ts';
import { lot } from '../../domain/lot.ts';
import { Quantity } from '../fields.ts';
import { lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class ReportDamage extends OfLot {
  @OneOf('What damaged them', damageCauses) cause!: DamageCause;
  @Quantity('How many are damaged') quantity!: number;
}

export const reportDamage = command(ReportDamage)({
  name: 'logistics.report-damage',
  summary: 'A quantity of a lot is damaged and leaves the stock; it is kept until it is destroyed lawfully.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.lot-holds-less': ({ quantity }, { lot }, circumstances) => lotHoldsLess(lot, quantity, circumstances),
  },

  record: ({ warehouse, item, cause, quantity }) => [damageReported({ warehouse, item, cause, quantity })],
});
