import { sealed, specFor } from '#testing';
import { conditionChecked, zonePhotographed } from '../../domain/warehouse.ts';
import { backRoom, draw, theWarehouse, warehouse, zone } from '../../testing/lots.ts';
import { photographZone } from './photograph-zone.ts';

const jpeg = '/9j/4AAQSkZJRv/Z';
const photo = 'ab'.repeat(32);
const photograph = { warehouse, zone, photo, zonePhoto: { value: jpeg } };
const checked = conditionChecked({ zone, photos: [photo] });
const photographed = zonePhotographed({ zone, photo, zonePhoto: sealed(jpeg) });

const { given } = specFor(photographZone);

describe('photograph-zone', () => {
  it('keeps what a check saw, sealed', () =>
    given({ warehouse: [...theWarehouse, checked] })
      .when(photograph)
      .then(photographed));

  it('keeps a picture that was kept of another zone', () => {
    const alsoThere = conditionChecked({ zone: backRoom, photos: [photo] });
    return given({ warehouse: [...theWarehouse, checked, photographed, alsoThere] })
      .when({ ...photograph, zone: backRoom })
      .then(zonePhotographed({ ...photographed.data, zone: backRoom }));
  });

  it('objects to a photograph that no check names', () => given({ warehouse: theWarehouse }).when(photograph).objects('logistics.photo-of-no-check'));

  it('objects to one that was taken in another zone', () =>
    given({ warehouse: [...theWarehouse, checked] })
      .when({ ...photograph, zone: backRoom })
      .objects('logistics.photo-of-no-check'));

  it('objects to one that has come before', () =>
    given({ warehouse: [...theWarehouse, checked, photographed] })
      .when(photograph)
      .objects('logistics.photo-already-kept'));

  it('objects to a zone that the warehouse does not have', () =>
    given({ warehouse: theWarehouse })
      .when({ ...photograph, zone: draw(1) })
      .objects('logistics.zone-not-known'));

  it('objects to a warehouse nobody registered', () => given({}).when(photograph).objects('logistics.warehouse-not-registered'));
});
