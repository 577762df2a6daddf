import { event, inTime, lastBy, stream } from '#kernel';
import type { CoSignature, Instant, Moved, Sealed } from '#kernel';

/** Every fact of a run says where it goes: the code of a regency, a district or a village. */
interface OfDispatch {
  destination: string;
}

export const delayReasons = ['breakdown', 'flood', 'road-closed', 'accident', 'weather', 'blockade', 'order', 'other'] as const;
export type DelayReason = (typeof delayReasons)[number];

export const dispatchPlanned = event('logistics.dispatch-planned.v1')<
  OfDispatch & {
    warehouse: string;
    vehicle: Sealed;
    driver: string;
    driverName: Sealed;
    escort: readonly string[];
    boxes: readonly string[];
    due: Instant;
  }
>();

/** What was found at a truck when it left. What a plan says already is left out: that it is so was seen by both who signed. */
export interface FoundAtTruck {
  /** The seals that were put on its doors; absent: nobody said, which departures did not ask before. */
  seals?: readonly string[];
  /** The plate, when it is not the planned one. */
  vehicle?: Sealed;
  /** Who drives, when it is not the planned driver. */
  driver?: string;
  driverName?: Sealed;
  /** Who goes along, when they are not the planned ones; sorted. */
  escort?: readonly string[];
  /** Who goes along besides and has no account, in words. */
  escortOthers?: Sealed;
}

/** Seals as they were found on a truck that is under way. `sealed`: those that had been put on, when those that were found are others. */
export interface SealsOfTruck {
  seals?: readonly string[];
  sealed?: readonly string[];
}

/** `missing`: planned boxes that are not on the truck, each of them named by whoever let it go. */
export const dispatchDeparted = event('logistics.dispatch-departed.v1')<
  OfDispatch & FoundAtTruck & { missing: readonly string[]; confirmedBy?: string; confirmedThrough?: CoSignature['method'] }
>();
export const checkpointPassed = event('logistics.checkpoint-passed.v1')<OfDispatch & SealsOfTruck & { checkpoint: string }>();
export const delayReported = event('logistics.delay-reported.v1')<OfDispatch & { reason: DelayReason; due: Instant; note?: Sealed }>();
export const dispatchArrived = event('logistics.dispatch-arrived.v1')<OfDispatch & SealsOfTruck & { village: string }>();
/** A box stood before the truck that is for a station outside of where the run goes: by its label, since whoever saw it may not know more of it. */
export const strayBoxSeen = event('logistics.stray-box-seen.v1')<OfDispatch & { box: string; station: string }>();
export const dispatchOverdueNoticed = event('logistics.dispatch-overdue-noticed.v1')<OfDispatch & { due: Instant }>();

export type DispatchEvent = ReturnType<
  | typeof dispatchPlanned
  | typeof dispatchDeparted
  | typeof checkpointPassed
  | typeof delayReported
  | typeof dispatchArrived
  | typeof strayBoxSeen
  | typeof dispatchOverdueNoticed
>;

interface Plan {
  readonly warehouse: string;
  readonly driver: string;
  readonly escort: readonly string[];
  readonly boxes: readonly string[];
  readonly due: Instant;
}

type Move = Moved & { readonly status: 'under-way' | 'arrived' };

/** What has been told of a run. How it stood at an instant is `dispatchAt`. */
export interface Dispatch {
  readonly destination?: string;
  readonly plan?: Plan;
  readonly moves: readonly Move[];
  /** What was put on the doors of the truck. */
  readonly seals: readonly (Moved & { readonly on: readonly string[] })[];
  readonly delays: readonly (Moved & { readonly due: Instant })[];
  readonly overdueNoticed: readonly Instant[];
}

/** One run of one truck, with its manifest. */
export const dispatch = stream<Dispatch, DispatchEvent>({
  kind: 'dispatch',
  initial: { moves: [], seals: [], delays: [], overdueNoticed: [] },
  scope: ({ destination }) => (destination === undefined ? undefined : { area: destination }),
  evolve: {
    'logistics.dispatch-planned.v1': (dispatch, data) =>
      dispatch.plan
        ? dispatch
        : {
            ...ofDispatch(dispatch, data),
            plan: { warehouse: data.warehouse, driver: data.driver, escort: data.escort, boxes: data.boxes, due: data.due },
          },
    'logistics.dispatch-departed.v1': (dispatch, data, { effectiveAt: at }) => ({
      ...moved(dispatch, data, { at, status: 'under-way' }),
      ...(data.seals && { seals: inTime(dispatch.seals, { at, on: data.seals }) }),
    }),
    'logistics.checkpoint-passed.v1': (dispatch, data, { effectiveAt }) => moved(dispatch, data, { at: effectiveAt, status: 'under-way' }),
    'logistics.delay-reported.v1': (dispatch, data, { effectiveAt }) => ({
      ...ofDispatch(dispatch, data),
      delays: inTime(dispatch.delays, { at: effectiveAt, due: data.due }),
    }),
    'logistics.dispatch-arrived.v1': (dispatch, data, { effectiveAt }) => moved(dispatch, data, { at: effectiveAt, status: 'arrived' }),
    'logistics.stray-box-seen.v1': (dispatch, data) => ofDispatch(dispatch, data),
    'logistics.dispatch-overdue-noticed.v1': (dispatch, data) => ({
      ...ofDispatch(dispatch, data),
      overdueNoticed: [...dispatch.overdueNoticed, data.due],
    }),
  },
});

function ofDispatch(dispatch: Dispatch, { destination }: OfDispatch): Dispatch {
  return dispatch.destination === undefined ? { ...dispatch, destination } : dispatch;
}

function moved(dispatch: Dispatch, data: OfDispatch, move: Move): Dispatch {
  return { ...ofDispatch(dispatch, data), moves: inTime(dispatch.moves, move) };
}

export type DispatchStatus = 'unplanned' | 'planned' | 'under-way' | 'arrived';

export const dispatchAt = ({ plan, moves }: Dispatch, at: Instant): DispatchStatus => lastBy(moves, at)?.status ?? (plan ? 'planned' : 'unplanned');

/** The seals that were on its doors at the instant; undefined: nobody said. */
export const sealsAt = ({ seals }: Dispatch, at: Instant): readonly string[] | undefined => lastBy(seals, at)?.on;

/** By when it was to arrive, as it was said last until the instant. */
export const dueAt = ({ plan, delays }: Dispatch, at: Instant): Instant | undefined => lastBy(delays, at)?.due ?? plan?.due;
