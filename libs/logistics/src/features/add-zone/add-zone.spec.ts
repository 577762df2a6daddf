import { specFor } from '#testing';
import { warehouseRegistered, zoneAdded } from '../../domain/warehouse.ts';
import { addZone } from './add-zone.ts';

const warehouse = '018c2207-0000-7000-8000-0000000000a1';
const zone = '018c2207-0000-7000-8000-0000000000b1';
const another = '018c2207-0000-7000-8000-0000000000b2';
const registered = warehouseRegistered({ village: '1601141011', name: 'Gudang Kemelak' });
const ballots = { code: 'A-1', name: 'Surat suara' };
const add = { warehouse, zone, ...ballots };

const { given } = specFor(addZone);

describe('add-zone', () => {
  it('sets a zone up', () =>
    given({ warehouse: [registered] })
      .when(add)
      .then(zoneAdded({ zone, ...ballots })));

  it('sets a second one up beside it', () =>
    given({ warehouse: [registered, zoneAdded({ zone: another, code: 'A-2', name: 'Surat suara' })] })
      .when(add)
      .then(zoneAdded({ zone, ...ballots })));

  it('objects to a warehouse nobody registered', () => given({}).when(add).objects('logistics.warehouse-not-registered'));

  it('objects to setting it up twice', () =>
    given({ warehouse: [registered, zoneAdded({ zone, code: 'B-1', name: 'Bilik' })] })
      .when(add)
      .objects('logistics.zone-already-added'));

  it('objects to a code that another zone has, however it is typed', () =>
    given({ warehouse: [registered, zoneAdded({ zone: another, code: 'a-1', name: 'Bilik' })] })
      .when(add)
      .objects('logistics.zone-code-taken'));
});
