import type { Principal } from '#cqrs';
import { isUuid, nameKey } from '#kernel';
import { warehouses, type WarehouseFound } from '#logistics';
import type { PageKey } from '#read-models';
import type { Saksi } from '../parts.ts';
import type { Names } from './kinds/index.ts';

/** What rows may refer to by name; a warehouse also by its id. */
export async function namesIn({ answerer }: Saksi, principal: Principal): Promise<Names> {
  const byName = new Map<string, string>();
  let after: PageKey | undefined;
  do {
    const page = after === undefined ? {} : { after };
    const { answer, next } = await answerer.answer(warehouses, {}, { principal, page });
    for (const { warehouse, name } of answer as readonly WarehouseFound[]) byName.set(nameKey(name), warehouse);
    after = next;
  } while (after !== undefined);
  return { warehouseNamed: (name) => (isUuid(name) ? name : byName.get(nameKey(name))) };
}
