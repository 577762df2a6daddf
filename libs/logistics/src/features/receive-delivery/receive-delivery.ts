import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Many, Note, Optional, PersonName } from '#http';
import { deliveryReceived } from '../../domain/lot.events.ts';
import { lot } from '../../domain/lot.ts';
import { warehouse } from '../../domain/warehouse.ts';
import { DocumentNumber, Quantity, SealNumber } from '../fields.ts';
import { lotInAnotherWarehouse, lotOfAnotherItem, OfLot, zoneNotKnown } from '../of-lot.ts';
import { ofWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class ReceiveDelivery extends OfLot {
  @Quantity('How much, as it was counted on arrival') quantity!: number;
  @Id('The zone where it was put') zone!: string;
  @DocumentNumber('Number of the waybill', 'SJ-2023/11/0147') waybill!: string;
  @Optional(Quantity('How much the waybill says')) byWaybill?: number;
  @Many(SealNumber('Number on a seal'), { description: 'Seals as they were found' }) seals!: string[];
  @Id('Who brought it') carrier!: string;
  @PersonName('Name of who brought it', { of: 'carrier' }) carrierName!: Sealed;
  @Optional(Note('Plate of the vehicle', { of: 'carrier', max: 20 })) vehicle?: Sealed;
  @Id('Who saw it being received') witness!: string;
  @PersonName('Name of who saw it', { of: 'witness' }) witnessName!: Sealed;
}

export const receiveDelivery = command(ReceiveDelivery)({
  name: 'logistics.receive-delivery',
  summary: 'A quantity of one item arrives at a warehouse and becomes a lot.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },
  reads: { warehouse: (c) => warehouse.at(c.warehouse) },

  objections: {
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-not-known': (c, { warehouse }) => zoneNotKnown(c, warehouse),
    'logistics.lot-already-received': (_, { lot }) => lot.isReceived,
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
  },

  notices: {
    'logistics.quantity-not-as-by-waybill': (event) => {
      if (event.type !== deliveryReceived.type) return false;
      const { byWaybill, quantity } = event.data;
      return byWaybill !== undefined && byWaybill !== quantity && { byWaybill, quantity };
    },
  },

  record: ({ warehouse, item, quantity, zone, waybill, byWaybill, seals, carrier, carrierName, vehicle, witness, witnessName }) => [
    deliveryReceived(said({ warehouse, item, quantity, zone, waybill, byWaybill, seals, carrier, carrierName, vehicle, witness, witnessName })),
  ],
});
