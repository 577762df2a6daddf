import { inTime, lastBy, stream } from '#kernel';
import type { Instant, Told } from '#kernel';
import type { Damaged, DrawCondition, DrawnFor, LotEvent } from './lot.events.ts';
import { available, changed } from './quantity.ts';
import type { Ledger } from './quantity.ts';

export interface Draw {
  /** Absent: some of it came back, but nobody has told yet that it was drawn. */
  readonly for?: DrawnFor;
  readonly isDamaged: boolean;
  /** What was drawn, less what came back. */
  readonly ledger: Ledger;
}

/** What has been told of a lot. How it stood at an instant is `inLot`, `drawnIn` and `zoneOf`. */
export interface Lot {
  /** Where it lies and what it is of, as it was first told. */
  readonly of?: { readonly warehouse: string; readonly item: string };
  readonly isReceived: boolean;
  readonly ledger: Ledger;
  /** What is damaged, and kept until it is destroyed. */
  readonly damaged: Ledger;
  /** The splits of other lots that it was formed by. */
  readonly formedBy: readonly string[];
  readonly zones: readonly { readonly at: Instant; readonly zone: string }[];
  readonly draws: Readonly<Record<string, Draw>>;
}

/** How much can be taken from the lot at the instant. */
export const inLot = ({ ledger }: Lot, at: Instant): number => available(ledger, at);

/** How much of what is damaged can be taken at the instant. */
export const damagedInLot = ({ damaged }: Lot, at: Instant): number => available(damaged, at);

/** How much of a draw can still come back at the instant. */
export const drawnIn = ({ draws }: Lot, draw: string, at: Instant): number => available(draws[draw]?.ledger ?? [], at);

export const isOfDamaged = ({ draws }: Lot, draw: string): boolean => draws[draw]?.isDamaged ?? false;

export const wasMade = ({ draws }: Lot, draw: string): boolean => draws[draw]?.for !== undefined;

export const zoneOf = ({ zones }: Lot, at: Instant): string | undefined => lastBy(zones, at)?.zone;

export const damagedIn = (damaged: readonly Damaged[]): number => damaged.reduce((sum, { quantity }) => sum + quantity, 0);

/** A quantity of one item that lies together in one zone of a warehouse. It leaves the lot only by a fact of this stream. */
export const lot = stream<Lot, LotEvent>({
  kind: 'lot',
  initial: { isReceived: false, ledger: [], damaged: [], formedBy: [], zones: [], draws: {} },
  scope: ({ of }) => of && { warehouse: of.warehouse },
  evolve: {
    // A lot is received once: who tells it again, otherwise, contradicts, and changes nothing.
    'logistics.delivery-received.v1': (lot, data, told) =>
      lot.isReceived ? lot : { ...lies(gained(lot, data, told, data.quantity), data.zone, told), isReceived: true },
    'logistics.lot-inspected.v1': (lot, data, told) => spoilt(lot, data, told, damagedIn(data.damaged)),
    'logistics.lot-moved.v1': (lot, data, told) => lies(known(lot, data), data.zone, told),
    'logistics.lot-drawn.v1': (lot, data, told) => {
      const ledger = lot.draws[data.draw]?.ledger ?? [];
      if (wasMade(lot, data.draw)) return lot;
      const draw: Draw = { for: data.for, isDamaged: data.condition === 'damaged', ledger: changed(ledger, told.effectiveAt, data.quantity) };
      return { ...back(lot, data, told, -data.quantity), draws: { ...lot.draws, [data.draw]: draw } };
    },
    'logistics.draw-returned.v1': (lot, data, told) => {
      const draw = lot.draws[data.draw] ?? { isDamaged: data.condition === 'damaged', ledger: [] };
      const less: Draw = { ...draw, ledger: changed(draw.ledger, told.effectiveAt, -data.quantity) };
      return { ...back(lot, data, told, data.quantity), draws: { ...lot.draws, [data.draw]: less } };
    },
    'logistics.lot-split.v1': (lot, data, told) => gained(lot, data, told, -data.quantity),
    'logistics.lot-formed.v1': (lot, data, told) => ({
      ...lies(gained(lot, data, told, data.quantity), data.zone, told),
      formedBy: [...lot.formedBy, data.split],
    }),
    'logistics.damage-reported.v1': (lot, data, told) => spoilt(lot, data, told, data.quantity),
    'logistics.loss-reported.v1': (lot, data, told) => gained(lot, data, told, -data.quantity),
    'logistics.quantity-corrected.v1': (lot, data, told) => gained(lot, data, told, data.direction === 'more' ? data.quantity : -data.quantity),
  },
});

type About = Pick<LotEvent['data'], 'warehouse' | 'item'>;

const known = (lot: Lot, { warehouse, item }: About): Lot => (lot.of ? lot : { ...lot, of: { warehouse, item } });

const gained = (lot: Lot, about: About, { effectiveAt }: Told, quantity: number): Lot => ({
  ...known(lot, about),
  ledger: quantity === 0 ? lot.ledger : changed(lot.ledger, effectiveAt, quantity),
});

const gainedDamaged = (lot: Lot, about: About, { effectiveAt }: Told, quantity: number): Lot => ({
  ...known(lot, about),
  damaged: quantity === 0 ? lot.damaged : changed(lot.damaged, effectiveAt, quantity),
});

const spoilt = (lot: Lot, about: About, told: Told, quantity: number): Lot => gainedDamaged(gained(lot, about, told, -quantity), about, told, quantity);

/** To where it was drawn from. */
const back = (lot: Lot, about: About & { readonly condition?: DrawCondition }, told: Told, quantity: number): Lot =>
  about.condition === 'damaged' ? gainedDamaged(lot, about, told, quantity) : gained(lot, about, told, quantity);

const lies = (lot: Lot, zone: string, { effectiveAt }: Told): Lot => ({ ...lot, zones: inTime(lot.zones, { at: effectiveAt, zone }) });
