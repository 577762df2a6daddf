import { command } from '#kernel';
import { Id, Words } from '#http';
import { warehouse, warehouseRegistered } from '../../domain/warehouse.ts';
import { warehouseNameTaken } from '../../views/places.looks.ts';

export class RegisterWarehouse {
  @Id('The warehouse; the client names it') warehouse!: string;
  @Words('Code of the village it stands in', { min: 10, max: 10, pattern: /^\d{10}$/, example: '1601141011' }) village!: string;
  @Words('What the warehouse is called', { max: 60, example: 'Gudang Logistik KPU Kemelak' }) name!: string;
}

export const registerWarehouse = command(RegisterWarehouse)({
  name: 'logistics.register-warehouse',
  summary: 'A warehouse is set up in a village.',
  records: 'order',
  roles: ['admin'],
  scope: ({ village }) => ({ area: village }),
  writes: { warehouse: (c) => warehouse.at(c.warehouse) },
  looks: { taken: (c) => warehouseNameTaken({ name: c.name, except: c.warehouse }) },

  objections: {
    'logistics.warehouse-already-registered': (_, { warehouse: { registered } }) => registered && { name: registered.name },
    'logistics.warehouse-name-taken': ({ name }, { taken }) => taken && { name },
  },

  record: ({ village, name }) => [warehouseRegistered({ village, name })],
});
