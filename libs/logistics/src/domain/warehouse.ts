import { event, stream } from '#kernel';

/** A warehouse stands in a village; its zones are where lots and boxes are kept. */
export const warehouseRegistered = event('logistics.warehouse-registered.v1')<{ village: string; name: string }>();
export const zoneAdded = event('logistics.zone-added.v1')<{ zone: string; code: string; name: string }>();

export type WarehouseEvent = ReturnType<typeof warehouseRegistered | typeof zoneAdded>;

export interface Warehouse {
  readonly registered?: { readonly village: string; readonly name: string };
  /** By the zone's id. */
  readonly zones: Readonly<Record<string, { readonly code: string; readonly name: string }>>;
}

export const warehouse = stream<Warehouse, WarehouseEvent>({
  kind: 'warehouse',
  initial: { zones: {} },
  scope: ({ registered }) => registered && { area: registered.village },
  evolve: {
    'logistics.warehouse-registered.v1': (warehouse, { village, name }) => (warehouse.registered ? warehouse : { ...warehouse, registered: { village, name } }),
    'logistics.zone-added.v1': (warehouse, { zone, code, name }) =>
      warehouse.zones[zone] ? warehouse : { ...warehouse, zones: { ...warehouse.zones, [zone]: { code, name } } },
  },
});
