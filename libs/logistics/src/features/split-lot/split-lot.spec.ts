import { specFor } from '#testing';
import { lotSplit } from '../../domain/lot.events.ts';
import { backRoom, delivered, draw, drawn, elsewhere, item, ofLot, part, theWarehouse, warehouse } from '../../testing/lots.ts';
import { splitLot } from './split-lot.ts';

const split = { ...ofLot, into: part, quantity: 200, zone: backRoom };
const { given } = specFor(splitLot);

describe('split-lot', () => {
  it('puts a part of a lot apart', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500), drawn(1, 300)] })
      .when(split)
      .then(lotSplit({ warehouse, item, into: part, quantity: 200, zone: backRoom })));

  it('objects to more than there is', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500), drawn(1, 301)] })
      .when(split)
      .objects('logistics.lot-holds-less'));

  it('objects to a name that another lot has', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500)], into: [delivered(10)] })
      .when(split)
      .objects('logistics.lot-already-known'));

  it('objects to a zone that the warehouse does not have', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500)] })
      .when({ ...split, zone: draw(1) })
      .objects('logistics.zone-not-known'));

  it('objects to a warehouse nobody registered', () =>
    given({ lot: [delivered(500)] })
      .when(split)
      .objects('logistics.warehouse-not-registered'));

  it('objects to a lot nobody received', () => given({ warehouse: theWarehouse }).when(split).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500, { warehouse: elsewhere })] })
      .when(split)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500, { item: 'ink' })] })
      .when(split)
      .objects('logistics.lot-of-another-item'));
});
