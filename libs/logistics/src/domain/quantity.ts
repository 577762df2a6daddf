import { inTime } from '#kernel';
import type { Instant } from '#kernel';

/** How much a place gained, or lost when it is negative, at an instant. */
export interface Change {
  readonly at: Instant;
  readonly quantity: number;
}

/** What came to a place and left it, in the order in which it happened. */
export type Ledger = readonly Change[];

export const changed = (ledger: Ledger, at: Instant, quantity: number): Ledger => inTime(ledger, { at, quantity });

/**
 * How much can be taken at the instant: what was there then, less what is known to have been taken since and was not
 * made up. Late testimony must leave enough for what others took afterwards, or they would have taken what was not there.
 */
export function available(ledger: Ledger, at: Instant): number {
  let balance = 0;
  let least = Infinity;
  for (const change of ledger) {
    if (change.at > at) least = Math.min(least, balance);
    balance += change.quantity;
  }
  return Math.max(0, Math.min(least, balance));
}
