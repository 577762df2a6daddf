import { command } from '#kernel';
import { Id } from '#http';
import { lotSplit } from '../../domain/lot.events.ts';
import { lot } from '../../domain/lot.ts';
import { warehouse } from '../../domain/warehouse.ts';
import { Quantity } from '../fields.ts';
import { lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot, zoneNotKnown } from '../of-lot.ts';
import { ofWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class SplitLot extends OfLot {
  @Id('The lot that the part becomes; the client names it') into!: string;
  @Quantity('How much is put apart') quantity!: number;
  @Id('The zone where the part lies from now on') zone!: string;
}

export const splitLot = command(SplitLot)({
  name: 'logistics.split-lot',
  summary: 'A part of a lot is put apart and becomes a lot of its own.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },
  reads: { warehouse: (c) => warehouse.at(c.warehouse), into: (c) => lot.at(c.into) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.lot-holds-less': ({ quantity }, { lot }, circumstances) => lotHoldsLess(lot, quantity, circumstances),
    'logistics.lot-already-known': (_, { into }) => into.of !== undefined,
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-not-known': (c, { warehouse }) => zoneNotKnown(c, warehouse),
  },

  record: ({ warehouse, item, into, quantity, zone }) => [lotSplit({ warehouse, item, into, quantity, zone })],
});
