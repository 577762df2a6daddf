import { event } from '#kernel';
import type { Sealed } from '#kernel';

/** Every fact of a lot says where it lies and what it is of, so that each can be understood alone, in whatever order they arrive. */
interface OfLot {
  readonly warehouse: string;
  readonly item: string;
}

export const damageCauses = ['rain', 'fire', 'pest', 'handling', 'unknown'] as const;
export type DamageCause = (typeof damageCauses)[number];

export interface Damaged {
  readonly cause: DamageCause;
  readonly quantity: number;
}

/** What is taken is good, unless it is said to be damaged: that can only be destroyed. */
export const drawConditions = ['good', 'damaged'] as const;
export type DrawCondition = (typeof drawConditions)[number];

/** Absent: good. */
interface OfCondition {
  readonly condition?: Extract<DrawCondition, 'damaged'>;
}

/** What a draw is for. What becomes of it there is told in the stream of the box, the dispatch or the destruction. */
export const drawPurposes = ['box', 'dispatch', 'destruction'] as const;
export type DrawPurpose = (typeof drawPurposes)[number];

export interface DrawnFor {
  readonly kind: DrawPurpose;
  readonly id: string;
}

export const returnReasons = ['not-needed', 'wrong-item', 'box-not-packed', 'run-cancelled', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** There is more than the records say, or less. */
export const correctionDirections = ['more', 'less'] as const;
export type CorrectionDirection = (typeof correctionDirections)[number];

export const correctionReasons = ['counted-again', 'typing-error', 'waybill-corrected', 'found', 'other'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

export const deliveryReceived = event('logistics.delivery-received.v1')<
  OfLot & {
    /** As it was counted on arrival. */
    quantity: number;
    zone: string;
    waybill: string;
    /** How much the waybill says. */
    byWaybill?: number;
    seals: readonly string[];
    carrier: string;
    carrierName: Sealed;
    vehicle?: Sealed;
    witness: string;
    witnessName: Sealed;
  }
>();
/** What was looked at is either good or damaged; the rest of the lot was not looked at. */
export const lotInspected = event('logistics.lot-inspected.v1')<OfLot & { good: number; damaged: readonly Damaged[] }>();
export const lotMoved = event('logistics.lot-moved.v1')<OfLot & { zone: string }>();
export const lotDrawn = event('logistics.lot-drawn.v1')<OfLot & OfCondition & { lot: string; draw: string; quantity: number; for: DrawnFor }>();
export const drawReturned = event('logistics.draw-returned.v1')<OfLot & OfCondition & { lot: string; draw: string; quantity: number; reason: ReturnReason }>();
/** So much of the lot lies apart from now on, and is the lot `into`. */
export const lotSplit = event('logistics.lot-split.v1')<OfLot & { into: string; quantity: number; zone: string }>();
/** A part of the lot `from` has become this lot; `split` is the event that says so there. */
export const lotFormed = event('logistics.lot-formed.v1')<OfLot & { from: string; split: string; quantity: number; zone: string }>();
export const damageReported = event('logistics.damage-reported.v1')<OfLot & Damaged>();
export const lossReported = event('logistics.loss-reported.v1')<OfLot & { quantity: number; incident?: string; note?: Sealed }>();
/** `authority`: the number of the decision or the minutes that it rests on. */
export const quantityCorrected = event('logistics.quantity-corrected.v1')<
  OfLot & { direction: CorrectionDirection; quantity: number; reason: CorrectionReason; authority: string }
>();

export type LotEvent = ReturnType<
  | typeof deliveryReceived
  | typeof lotInspected
  | typeof lotMoved
  | typeof lotDrawn
  | typeof drawReturned
  | typeof lotSplit
  | typeof lotFormed
  | typeof damageReported
  | typeof lossReported
  | typeof quantityCorrected
>;
