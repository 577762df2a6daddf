import { event } from '#kernel';
import type { Sealed } from '#kernel';

/** Every fact of a box says for which station it is, so that each can be understood alone, in whatever order they arrive. */
interface OfBox {
  station: string;
}

/** A quantity that was drawn from a lot, by name: how much it was stands in the lot's own stream. */
export interface DrawNamed {
  readonly lot: string;
  readonly draw: string;
}

/** What keeps a box from going onto a truck. */
export const loadingBarriers = ['wrong-destination', 'not-on-this-run', 'not-sealed', 'already-loaded'] as const;
export type LoadingBarrier = (typeof loadingBarriers)[number];

export const sealBreakReasons = ['packing-error', 'inspection', 'damage', 'voting', 'order', 'other'] as const;
export type SealBreakReason = (typeof sealBreakReasons)[number];

export const boxPacked = event('logistics.box-packed.v1')<OfBox & { contest: string; warehouse: string; zone: string; draws: readonly DrawNamed[] }>();
export const boxSealed = event('logistics.box-sealed.v1')<OfBox & { seals: readonly string[] }>();
export const sealBroken = event('logistics.seal-broken.v1')<
  OfBox & { seal: string; reason: SealBreakReason; witness: string; witnessName: Sealed; note?: Sealed }
>();
export const boxLoaded = event('logistics.box-loaded.v1')<OfBox & { dispatch: string }>();
/**
 * The box stood before the truck and did not go onto it. `belongsTo` is the run that it is planned for, `goesTo` where that
 * run goes, `on` the run whose truck it was on already.
 */
export const loadingRefused = event('logistics.loading-refused.v1')<
  OfBox & { dispatch: string; barriers: readonly LoadingBarrier[]; belongsTo?: string; goesTo?: string; on?: string }
>();
/** `seals` as they were found, whatever they should have been. */
export const boxReceived = event('logistics.box-received.v1')<OfBox & { dispatch: string; village: string; seals: readonly string[] }>();
export const sealMismatchFound = event('logistics.seal-mismatch-found.v1')<
  OfBox & { dispatch: string; village: string; sealed: readonly string[]; found: readonly string[] }
>();
export const boxHandedToStation = event('logistics.box-handed-to-station.v1')<OfBox & { receiver: string; receiverName: Sealed }>();
/** Back in the office of a village or, when it says so, in a warehouse there. */
export const boxReturned = event('logistics.box-returned.v1')<OfBox & { village: string; warehouse?: string; zone?: string }>();
export const boxLossReported = event('logistics.box-loss-reported.v1')<OfBox & { incident?: string; circumstances: Sealed; lastSeen?: Sealed }>();

export type BoxEvent = ReturnType<
  | typeof boxPacked
  | typeof boxSealed
  | typeof sealBroken
  | typeof boxLoaded
  | typeof loadingRefused
  | typeof boxReceived
  | typeof sealMismatchFound
  | typeof boxHandedToStation
  | typeof boxReturned
  | typeof boxLossReported
>;
