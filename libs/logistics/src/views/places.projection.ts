import { nameKey } from '#kernel';
import { projection } from '#read-models';
import { warehouseRegistered, zoneAdded } from '../domain/warehouse.ts';

export interface WarehouseTable {
  warehouse: string;
  village: string;
  name: string;
  /** The name as it is compared. */
  name_key: string;
  registered: number;
}

export interface ZoneTable {
  zone: string;
  warehouse: string;
  code: string;
  code_key: string;
  name: string;
  added: number;
}

export const places = projection<{ warehouse: WarehouseTable; zone: ZoneTable }>({
  name: 'places',
  context: 'logistics',
  create: (schema) => [
    schema
      .createTable('warehouse')
      .addColumn('warehouse', 'text', (c) => c.primaryKey())
      .addColumn('village', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('registered', 'integer', (c) => c.notNull()),
    schema.createIndex('warehouse_by_name').on('warehouse').column('name_key'),
    schema
      .createTable('zone')
      .addColumn('warehouse', 'text', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('code_key', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('added', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('zone_key', ['warehouse', 'zone']),
  ],
})
  .on(warehouseRegistered, {
    derive: ({ data }) => ({ nameKey: nameKey(data.name) }),
    step: (db, { subject, data: { village, name }, effectiveAt }, { nameKey: name_key }) =>
      db
        .insertInto('warehouse')
        .values({ warehouse: subject, village, name, name_key, registered: effectiveAt })
        .onConflict((conflict) => conflict.doNothing()),
  })
  .on(zoneAdded, {
    derive: ({ data }) => ({ codeKey: nameKey(data.code) }),
    step: (db, { subject, data: { zone, code, name }, effectiveAt }, { codeKey: code_key }) =>
      db
        .insertInto('zone')
        .values({ warehouse: subject, zone, code, code_key, name, added: effectiveAt })
        .onConflict((conflict) => conflict.doNothing()),
  });
