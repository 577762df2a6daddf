import { Id } from '#http';
import type { Warehouse } from '../domain/warehouse.ts';

/** What concerns a warehouse. */
export abstract class OfWarehouse {
  @Id('The warehouse') warehouse!: string;
}

export const ofWarehouse = ({ warehouse }: OfWarehouse) => ({ warehouse });

export const warehouseNotRegistered = ({ registered }: Warehouse): boolean => registered === undefined;
