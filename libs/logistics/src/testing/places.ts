import type { Instant } from '#kernel';
import { damagedIn } from '../domain/lot.ts';
import type { Kept } from './dispatchers.ts';

/** How much is in each place, `term lot draw`, and how much came in: counted from the facts alone, one after the other. */
export interface Counted {
  readonly places: ReadonlyMap<string, number>;
  readonly received: number;
  readonly corrected: number;
}

/** By what was told of until the instant. Of a lot that is received twice, and of a draw that is made twice, the first telling counts. */
export function countedAt(kept: readonly Kept[], at: Instant): Counted {
  const places = new Map<string, number>();
  const seen = new Set<string>();
  const source = { received: 0, corrected: 0 };
  const put = (place: string, quantity: number): void => void places.set(place, (places.get(place) ?? 0) + quantity);
  const isFirst = (what: string): boolean => !seen.has(what) && seen.add(what) === seen;
  for (const { stream, fact, effectiveAt } of kept) {
    const stock = `stock ${stream}`;
    const damaged = `damaged ${stream}`;
    const counts = effectiveAt <= at;
    const move = (from: string, to: string, quantity: number): void => {
      if (!counts) return;
      put(from, -quantity);
      put(to, quantity);
    };
    const comeIn = (from: keyof typeof source, quantity: number): void => {
      if (!counts) return;
      put(stock, quantity);
      source[from] += quantity;
    };
    switch (fact.type) {
      case 'logistics.delivery-received.v1':
        if (isFirst(stream)) comeIn('received', fact.data.quantity);
        break;
      case 'logistics.lot-drawn.v1':
        if (isFirst(`${stream} ${fact.data.draw}`)) move(fact.data.condition ? damaged : stock, `drawn ${stream} ${fact.data.draw}`, fact.data.quantity);
        break;
      case 'logistics.draw-returned.v1':
        move(`drawn ${stream} ${fact.data.draw}`, fact.data.condition ? damaged : stock, fact.data.quantity);
        break;
      case 'logistics.lot-inspected.v1':
        move(stock, damaged, damagedIn(fact.data.damaged));
        break;
      case 'logistics.damage-reported.v1':
        move(stock, damaged, fact.data.quantity);
        break;
      case 'logistics.loss-reported.v1':
        move(stock, `lost ${stream}`, fact.data.quantity);
        break;
      case 'logistics.quantity-corrected.v1':
        comeIn('corrected', fact.data.direction === 'more' ? fact.data.quantity : -fact.data.quantity);
        break;
      case 'logistics.lot-split.v1':
        move(stock, `stock lot-${fact.data.into}`, fact.data.quantity);
        break;
      case 'logistics.lot-formed.v1':
      case 'logistics.lot-moved.v1':
    }
  }
  return { places, ...source };
}
