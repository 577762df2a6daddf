import { specFor } from '#testing';
import { lotMoved } from '../../domain/lot.events.ts';
import { backRoom, delivered, draw, elsewhere, item, ofLot, theWarehouse, warehouse, zone } from '../../testing/lots.ts';
import { moveLot } from './move-lot.ts';

const move = { ...ofLot, zone: backRoom };
const moved = (to: string) => lotMoved({ warehouse, item, zone: to });

const { given } = specFor(moveLot);

describe('move-lot', () => {
  it('carries a lot to another zone', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500)] })
      .when(move)
      .then(moved(backRoom)));

  it('carries it there again once it was carried back', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500), moved(backRoom), moved(zone)] })
      .when(move)
      .then(moved(backRoom)));

  it('objects to a zone where it lies already', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500), moved(backRoom)] })
      .when(move)
      .objects('logistics.lot-already-there'));

  it('objects to a zone that the warehouse does not have', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500)] })
      .when({ ...move, zone: draw(1) })
      .objects('logistics.zone-not-known'));

  it('objects to a warehouse nobody registered', () =>
    given({ lot: [delivered(500)] })
      .when(move)
      .objects('logistics.warehouse-not-registered'));

  it('objects to a lot nobody received', () => given({ warehouse: theWarehouse }).when(move).objects('logistics.lot-not-known'));

  it('objects to a lot that lies in another warehouse', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500, { warehouse: elsewhere })] })
      .when(move)
      .objects('logistics.lot-in-another-warehouse'));

  it('objects to a lot of something else', () =>
    given({ warehouse: theWarehouse, lot: [delivered(500, { item: 'ink' })] })
      .when(move)
      .objects('logistics.lot-of-another-item'));
});
