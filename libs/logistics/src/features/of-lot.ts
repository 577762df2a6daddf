import { Id } from '#http';
import type { Circumstances, Details } from '#kernel';
import { damagedInLot, inLot } from '../domain/lot.ts';
import type { Lot } from '../domain/lot.ts';
import type { Warehouse } from '../domain/warehouse.ts';
import { Item } from './fields.ts';
import { OfWarehouse } from './of-warehouse.ts';

/** What concerns a lot. The item is what stands on it, so that testimony of a lot nobody knows yet says what it was of. */
export abstract class OfLot extends OfWarehouse {
  @Id('The lot') lot!: string;
  @Item('What it is a lot of') item!: string;
}

export const lotNotKnown = ({ of }: Lot): boolean => of === undefined;

export const lotInAnotherWarehouse = ({ warehouse }: OfLot, { of }: Lot): boolean => of !== undefined && of.warehouse !== warehouse;

export const lotOfAnotherItem = ({ item }: OfLot, { of }: Lot): Details | false => of !== undefined && of.item !== item && { item: of.item };

/** More than there is. Of a lot that nobody knows, that alone is said. */
export function lotHoldsLess(lot: Lot, quantity: number, { effectiveAt }: Circumstances): Details | false {
  const there = inLot(lot, effectiveAt);
  return lot.of !== undefined && quantity > there && { available: there, asked: quantity };
}

export function fewerDamaged(lot: Lot, quantity: number, { effectiveAt }: Circumstances): Details | false {
  const there = damagedInLot(lot, effectiveAt);
  return lot.of !== undefined && quantity > there && { available: there, asked: quantity };
}

export const zoneNotKnown = ({ zone }: { readonly zone: string }, { registered, zones }: Warehouse): boolean =>
  registered !== undefined && zones[zone] === undefined;
