import { nameKey } from '#kernel';
import { look } from '#read-models';
import { places } from './places.projection.ts';

/** Whether another warehouse has this name, however it is typed. */
export const warehouseNameTaken = look({
  name: 'logistics.warehouse-name-taken',
  from: places,
  find: ({ name, except }: { name: string; except: string }, db) =>
    db.selectFrom('warehouse').select('warehouse').where('name_key', '=', nameKey(name)).where('warehouse', '!=', except).limit(1),
  answer: (rows) => rows.length > 0,
});
