import type { Instant } from '#kernel';
import { isSource, places, sources, type Term } from './terms.ts';

/** How much there is under a term, and how many facts say so. */
export interface TermSum {
  readonly item: string;
  readonly term: Term;
  readonly quantity: number;
  readonly events: number;
}

export interface Posting {
  readonly event: string;
  readonly type: string;
  readonly item: string;
  readonly term: Term;
  readonly lot: string;
  readonly place: string;
  readonly quantity: number;
  readonly at: Instant;
}

/** A place from which more was taken than there was: facts that cannot all be true. */
export interface Shortfall {
  readonly item: string;
  readonly term: Term;
  readonly lot: string;
  readonly place: string;
  readonly short: number;
  /** Since when. */
  readonly since: Instant;
  /** The facts it began with and went on with, the first one first. */
  readonly postings: readonly Posting[];
}

export interface Equation {
  readonly item: string;
  readonly cameIn: readonly TermSum[];
  readonly isIn: readonly TermSum[];
  /** What came in, less what is somewhere; not 0: something is wrong. */
  readonly difference: number;
}

const sumOf = (found: readonly { readonly quantity: number }[]): number => found.reduce((sum, { quantity }) => sum + quantity, 0);

/** Every term of each item, also those that are nothing. */
export function equations(sums: readonly TermSum[]): readonly Equation[] {
  return [...Map.groupBy(sums, ({ item }) => item)].map(([item, found]) => {
    const under = (term: Term): TermSum => found.find((sum) => sum.term === term) ?? { item, term, quantity: 0, events: 0 };
    const [cameIn, isIn] = [sources.map(under), places.map(under)];
    return { item, cameIn, isIn, difference: sumOf(cameIn) - sumOf(isIn) };
  });
}

/** From the postings of places that are short, in their order: since when each is, and what it began with. */
export function shortfalls(postings: readonly Posting[]): readonly Shortfall[] {
  const places = Map.groupBy(postings, ({ term, lot, place }) => `${term} ${lot} ${place}`);
  return [...places.values()].flatMap((all) => {
    let balance = 0;
    let began = 0;
    all.forEach(({ quantity }, index) => {
      const before = balance;
      balance += quantity;
      if (before >= 0 && balance < 0) began = index;
    });
    const [first] = all.slice(began);
    if (!first || balance >= 0 || isSource(first.term)) return [];
    const { item, term, lot, place, at: since } = first;
    return [{ item, term, lot, place, short: -balance, since, postings: all.slice(began) }];
  });
}
