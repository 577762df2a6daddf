import { command } from '#kernel';
import { Id } from '#http';
import { lotMoved } from '../../domain/lot.events.ts';
import { lot, zoneOf } from '../../domain/lot.ts';
import { warehouse } from '../../domain/warehouse.ts';
import { lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot, zoneNotKnown } from '../of-lot.ts';
import { ofWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class MoveLot extends OfLot {
  @Id('The zone where it lies from now on') zone!: string;
}

export const moveLot = command(MoveLot)({
  name: 'logistics.move-lot',
  summary: 'A lot is carried, all that is left of it, to another zone of its warehouse.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },
  reads: { warehouse: (c) => warehouse.at(c.warehouse) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-not-known': (c, { warehouse }) => zoneNotKnown(c, warehouse),
    'logistics.lot-already-there': ({ zone }, { lot }, { effectiveAt }) => zoneOf(lot, effectiveAt) === zone,
  },

  record: ({ warehouse, item, zone }) => [lotMoved({ warehouse, item, zone })],
});
