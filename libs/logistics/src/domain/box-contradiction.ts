import { event, naturalId, stream } from '#kernel';
import type { Instant, Sealed } from '#kernel';

export const boxContradictionKinds = [
  'box-on-two-trucks',
  'box-planned-on-two-runs',
  'seal-on-two-boxes',
  'seal-on-two-trucks',
  'seal-on-truck-and-box',
  'seals-not-as-sealed',
  'boxes-not-received',
  'truck-not-as-planned',
  'truck-seals-not-as-departed',
  'quantity-not-as-by-waybill',
  'stock-does-not-add-up',
  'recorded-against-an-objection',
] as const;
export type BoxContradictionKind = (typeof boxContradictionKinds)[number];

/** `about` names what does not fit together: boxes, runs, lots and warehouses by id, a seal by its number, an item by its code. `events` are the facts that say so. */
interface Contradicting {
  /** The village of the station or of the warehouse, or where the run goes. */
  area: string;
  what: BoxContradictionKind;
  about: readonly string[];
}

export const contradictionNoticed = event('logistics.contradiction-noticed.v1')<Contradicting & { events: readonly string[]; at: Instant }>();
export const contradictionSettled = event('logistics.contradiction-settled.v1')<Contradicting>();
/** Somebody says how it came about. It stands all the same, and so do the facts that it is about. */
export const contradictionExplained = event('logistics.contradiction-explained.v1')<Contradicting & { explanation: Sealed }>();

export type BoxContradictionEvent = ReturnType<typeof contradictionNoticed | typeof contradictionSettled | typeof contradictionExplained>;

/** `explained`: how often, since it was noticed last. */
export type BoxContradiction = { readonly explained: number } & (
  { readonly status: 'unnoticed' } | { readonly status: 'standing' | 'settled'; readonly area: string }
);

/** Facts of boxes, runs and lots that cannot all be true. What settles one is a later fact; should yet another undo that, it stands again. */
export const boxContradiction = stream<BoxContradiction, BoxContradictionEvent>({
  kind: 'box-contradiction',
  initial: { status: 'unnoticed', explained: 0 },
  scope: (contradiction) => (contradiction.status === 'unnoticed' ? undefined : { area: contradiction.area }),
  evolve: {
    'logistics.contradiction-noticed.v1': (_, { area }) => ({ status: 'standing', area, explained: 0 }),
    'logistics.contradiction-settled.v1': (contradiction, { area }) =>
      contradiction.status === 'standing' ? { ...contradiction, status: 'settled', area } : contradiction,
    'logistics.contradiction-explained.v1': (contradiction) => ({ ...contradiction, explained: contradiction.explained + 1 }),
  },
});

/** The same facts against each other are the same contradiction, whoever notices it, in whichever order. */
export const boxContradictionId = (what: BoxContradictionKind, about: readonly string[]): string =>
  naturalId('box-contradiction', [what, ...[...about].sort()].join(' '));
