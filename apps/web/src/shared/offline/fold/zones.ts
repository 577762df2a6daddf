import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { text } from './text.ts';

type Warehouse = Schemas['WarehouseFound'];
interface Warehouses {
  readonly items: readonly Warehouse[];
}

/** The warehouses, with the zones that were set up here. */
export function withZones(value: unknown, _: object, waiting: readonly Content[]): Warehouses {
  const added = waiting.filter(({ name }) => name === 'logistics.add-zone');
  const warehouses = value as Warehouses;
  return { ...warehouses, items: warehouses.items.map((each) => added.reduce(addedTo, each)) };
}

function addedTo(warehouse: Warehouse, { body }: Content): Warehouse {
  const zone = text(body['zone']);
  if (body['warehouse'] !== warehouse.warehouse || warehouse.zones.some((each) => each.zone === zone)) return warehouse;
  return { ...warehouse, zones: [...warehouse.zones, { zone, code: text(body['code']), name: text(body['name']) }] };
}
