import { command, nameKey } from '#kernel';
import { Id, Words } from '#http';
import { warehouse, zoneAdded } from '../../domain/warehouse.ts';
import type { Warehouse } from '../../domain/warehouse.ts';
import { ofWarehouse, OfWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class AddZone extends OfWarehouse {
  @Id('The zone; the client names it') zone!: string;
  @Words('What stands over the zone', { max: 12, example: 'A-1' }) code!: string;
  @Words('What is kept there, or what it is called', { max: 60, example: 'Surat suara' }) name!: string;
}

export const addZone = command(AddZone)({
  name: 'logistics.add-zone',
  summary: 'A zone of a warehouse is set up: a place where lots and boxes are kept.',
  records: 'order',
  roles: ['dispatcher', 'admin'],
  scope: ofWarehouse,
  writes: { warehouse: (c) => warehouse.at(c.warehouse) },

  objections: {
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-already-added': ({ zone }, { warehouse: { zones } }) => zones[zone] && { code: zones[zone].code },
    'logistics.zone-code-taken': ({ zone, code }, { warehouse }) => hasZoneCalled(warehouse, code, zone) && { code },
  },

  record: ({ zone, code, name }) => [zoneAdded({ zone, code, name })],
});

const hasZoneCalled = ({ zones }: Warehouse, code: string, except: string): boolean =>
  Object.entries(zones).some(([zone, known]) => zone !== except && nameKey(known.code) === nameKey(code));
