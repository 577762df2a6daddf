import { sealed, specFor } from '#testing';
import { deliveryReceived } from '../../domain/lot.events.ts';
import { delivered, draw, driver, elsewhere, item, lot, supervisor, theWarehouse, warehouse, zone, drawn } from '../../testing/lots.ts';
import { receiveDelivery } from './receive-delivery.ts';

const receive = {
  warehouse,
  lot,
  item,
  quantity: 500,
  zone,
  waybill: 'SJ-2023/11/0147',
  seals: ['KPU-0012345'],
  carrier: driver,
  carrierName: { value: 'Sopir Contoh' },
  witness: supervisor,
  witnessName: { value: 'Saksi Contoh' },
};

const { given } = specFor(receiveDelivery);

describe('receive-delivery', () => {
  it('makes a lot of what arrived', () => given({ warehouse: theWarehouse }).when(receive).then(delivered(500)));

  it('keeps the plate of the vehicle', () =>
    given({ warehouse: theWarehouse })
      .when({ ...receive, vehicle: { value: 'BG 1234 FZ' } })
      .then(deliveryReceived({ ...delivered(500).data, vehicle: sealed('BG 1234 FZ') })));

  it('keeps what the waybill says, also where it says something else', () =>
    given({ warehouse: theWarehouse })
      .when({ ...receive, byWaybill: 520 })
      .then(deliveryReceived({ ...delivered(500).data, byWaybill: 520 })));

  it('takes what is told late of a lot from which something was drawn already', () =>
    given({ warehouse: theWarehouse, lot: [drawn(1, 20)] })
      .when(receive)
      .then(delivered(500)));

  it('objects to a warehouse nobody registered', () => given({}).when(receive).objects('logistics.warehouse-not-registered'));

  it('objects to a zone that the warehouse does not have', () =>
    given({ warehouse: theWarehouse })
      .when({ ...receive, zone: draw(1) })
      .objects('logistics.zone-not-known'));

  it('objects to receiving it twice', () =>
    given({ warehouse: theWarehouse, lot: [delivered(480)] })
      .when(receive)
      .objects('logistics.lot-already-received'));

  it('objects to a lot of which was told at another warehouse', () =>
    given({ warehouse: theWarehouse, lot: [delivered(480, { warehouse: elsewhere })] })
      .when(receive)
      .objects('logistics.lot-already-received', 'logistics.lot-in-another-warehouse'));

  it('objects to a lot that is of something else', () =>
    given({ warehouse: theWarehouse, lot: [delivered(480, { item: 'ink' })] })
      .when(receive)
      .objects('logistics.lot-already-received', 'logistics.lot-of-another-item'));
});
