import { sealed, specFor } from '#testing';
import { conditionChecked, hazardFound } from '../../domain/warehouse.ts';
import { draw, theWarehouse, warehouse, zone } from '../../testing/lots.ts';
import { recordConditionCheck } from './record-condition-check.ts';

const look = { warehouse, zone, found: [], photos: [] };
const photos = ['ab'.repeat(32)];

const { given } = specFor(recordConditionCheck);

describe('record-condition-check', () => {
  it('says that somebody looked, and all was well', () =>
    given({ warehouse: theWarehouse })
      .when(look)
      .then(conditionChecked({ zone, photos: [] })));

  it('says what threatens the zone, one hazard a fact', () =>
    given({ warehouse: theWarehouse })
      .when({ ...look, found: ['leak', 'humidity'], humidity: 91, photos, note: { value: 'atap bocor di atas rak 3' } })
      .then(
        conditionChecked({ zone, humidity: 91, photos, note: sealed('atap bocor di atas rak 3') }),
        hazardFound({ zone, hazard: 'leak' }),
        hazardFound({ zone, hazard: 'humidity' }),
      ));

  it('objects to a zone that the warehouse does not have', () =>
    given({ warehouse: theWarehouse })
      .when({ ...look, zone: draw(1) })
      .objects('logistics.zone-not-known'));

  it('objects to a warehouse nobody registered', () => given({}).when(look).objects('logistics.warehouse-not-registered'));
});
