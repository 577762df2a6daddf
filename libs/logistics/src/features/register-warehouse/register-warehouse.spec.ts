import { specFor } from '#testing';
import { warehouseRegistered } from '../../domain/warehouse.ts';
import { registerWarehouse } from './register-warehouse.ts';

const warehouse = '018c2207-0000-7000-8000-0000000000a1';
const kemelak = { village: '1601141011', name: 'Gudang Logistik KPU Kemelak' };
const register = { warehouse, ...kemelak };

const { given } = specFor(registerWarehouse);

describe('register-warehouse', () => {
  it('sets a warehouse up in its village', () => given({ taken: false }).when(register).then(warehouseRegistered(kemelak)));

  it('objects to setting it up twice', () =>
    given({ warehouse: [warehouseRegistered(kemelak)], taken: false })
      .when(register)
      .objects('logistics.warehouse-already-registered'));

  it('objects to a name that another warehouse has', () => given({ taken: true }).when(register).objects('logistics.warehouse-name-taken'));
});
