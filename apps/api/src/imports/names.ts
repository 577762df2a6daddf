import type { Principal } from '#cqrs';
import { isUuid, nameKey } from '#kernel';
import { warehouses, type WarehouseFound } from '#logistics';
import type { PageKey } from '#read-models';
import type { Saksi } from '../parts.ts';
import type { Names } from './kinds/index.ts';

/** What rows may refer to by name; a warehouse also by its id. What stands in the log is known, however far the views are. */
export async function namesIn({ answerer, store }: Saksi, principal: Principal): Promise<Names> {
  const byName = new Map<string, string>();
  const after = await store.head();
  let key: PageKey | undefined;
  do {
    const page = key === undefined ? {} : { after: key };
    const { answer, next } = await answerer.answer(warehouses, {}, { principal, after, page });
    for (const { warehouse, name } of answer as readonly WarehouseFound[]) byName.set(nameKey(name), warehouse);
    key = next;
  } while (key !== undefined);
  return { warehouseNamed: (name) => (isUuid(name) ? name : byName.get(nameKey(name))) };
}
