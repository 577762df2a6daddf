import { Id, Many, Moment, Optional, Words } from '#http';
import { roles } from '#kernel';
import { moment, query } from '#read-models';
import { sql } from 'kysely';
import { places } from '../../views/places.projection.ts';

export class Warehouses {
  @Optional(Words('Ten-digit code of a village, or the first digits of one: a district, a regency', { max: 10, pattern: /^\d{2,10}$/, example: '1601' }))
  area?: string;
}

export class ZoneFound {
  @Id('The zone') zone!: string;
  @Words('Its code') code!: string;
  @Words('What is kept there, or what it is called') name!: string;
}

export class WarehouseFound {
  @Id('The warehouse') warehouse!: string;
  @Words('Ten-digit code of the village it stands in', { max: 10 }) village!: string;
  @Words('Its name') name!: string;
  @Moment('Since when it is registered') registered!: string;
  @Many(ZoneFound, { max: 1_000, description: 'Its zones, by code' }) zones!: ZoneFound[];
}

/** The zones of a warehouse, by code, as JSON. */
const zonesOf = sql<string>`(
  select json_group_array(json_object('zone', zone, 'code', code, 'name', name)) from (select zone, code, name from zone z where z.warehouse = warehouse.warehouse order by code_key, zone)
)`;

export const warehouses = query(Warehouses)({
  name: 'logistics.warehouses',
  summary: 'Every warehouse with its zones, by name.',
  roles,
  scope: () => 'anyone',
  from: places,
  answers: [WarehouseFound],
  find: ({ area }, db) =>
    db
      .selectFrom('warehouse')
      .select(['warehouse', 'village', 'name', 'registered', 'name_key', zonesOf.as('zones')])
      .$if(area !== undefined, (found) => found.where('village', 'like', `${area}%`)),
  page: { by: ['name_key', 'warehouse'] },
  present: (rows) =>
    rows.map(({ warehouse, village, name, registered, zones }): WarehouseFound => ({
      warehouse,
      village,
      name,
      registered: moment(registered),
      zones: JSON.parse(zones) as ZoneFound[],
    })),
});
