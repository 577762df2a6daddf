import { Count, Words } from '#http';

/** More of one item than the whole country is ever sent; what is configured (`SAKSI_LARGEST_QUANTITY`) is at most that. */
const mostOfAnything = 1_000_000_000_000;
const quantities = { largest: 1_000_000_000 };
const limit = (): number => quantities.largest;

/** A larger number is a slip of the hand. Said once, when the server is composed. */
export function limitQuantities(largest: number): void {
  quantities.largest = largest;
}

/** Whole units, at least one. */
export const Quantity = (description: string) => Count(description, { min: 1, max: mostOfAnything, limit, example: 500 });

/** Whole units, or none. */
export const QuantityOrNone = (description: string) => Count(description, { max: mostOfAnything, limit, example: 480 });

/** What there are quantities of: ballots by contest, ink, seals, forms. */
export const Item = (description: string, example = 'ballot-president') => Words(description, { max: 40, pattern: /^[a-z0-9-]+$/, example });

/** What stands on a seal. */
export const SealNumber = (description: string) => Words(description, { min: 3, max: 24, pattern: /^[A-Z0-9][A-Z0-9-]*$/, example: 'KPU-0012345' });

/** The number of a document: a waybill, minutes, a decision. */
export const DocumentNumber = (description: string, example: string) => Words(description, { max: 60, example });
