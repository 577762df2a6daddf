import { specFor } from '#testing';
import { boxPacked } from '../../domain/box.events.ts';
import { warehouseRegistered, zoneAdded } from '../../domain/warehouse.ts';
import { boxId, draw, kemelak, lot, otherStation, packed, sealedWith, station, zone } from '../../testing/boxes.ts';
import { packBox } from './pack-box.ts';

const { given } = specFor(packBox);
const registered = warehouseRegistered({ village: '1601141011', name: 'Gudang Kemelak' });
const warehouse = [registered, zoneAdded({ zone, code: 'A-1', name: 'Kotak' })];
const draws = [
  { lot, draw: draw(1) },
  { lot, draw: draw(2) },
];
const contents = { station, contest: 'president', warehouse: kemelak, zone, draws };
const pack = { box: boxId(1), ...contents };

describe('pack-box', () => {
  it('packs what was drawn for the box', () =>
    given({ warehouse, drawn: [draw(1), draw(2)] })
      .when(pack)
      .then(boxPacked(contents)));

  it('objects to a draw that was not made for this box, or was returned', () =>
    given({ warehouse, drawn: [draw(2)] })
      .when(pack)
      .objects('logistics.draw-missing'));

  it('objects to packing it twice', () =>
    given({ box: [packed], warehouse, drawn: [draw(1), draw(2)] })
      .when(pack)
      .objects('logistics.box-already-packed'));

  it('objects to a box of another station', () =>
    given({ box: [sealedWith('S-001')], warehouse, drawn: [draw(1), draw(2)] })
      .when({ ...pack, station: otherStation })
      .objects('logistics.box-of-another-station'));

  it('objects to a warehouse nobody registered', () =>
    given({ drawn: [draw(1), draw(2)] })
      .when(pack)
      .objects('logistics.warehouse-not-registered'));

  it('objects to a zone that the warehouse does not have', () =>
    given({ warehouse: [registered], drawn: [draw(1), draw(2)] })
      .when(pack)
      .objects('logistics.zone-not-known'));
});
