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
/** `missing`: planned boxes that are not on the truck, each of them named by whoever let it go. */
export const dispatchDeparted = event('logistics.dispatch-departed.v1')<
  OfDispatch & { missing: readonly string[]; confirmedBy?: string; confirmedThrough?: CoSignature['method'] }
>();
export const checkpointPassed = event('logistics.checkpoint-passed.v1')<OfDispatch & { checkpoint: string }>();
export const delayReported = event('logistics.delay-reported.v1')<OfDispatch & { reason: DelayReason; due: Instant; note?: Sealed }>();
export const dispatchArrived = event('logistics.dispatch-arrived.v1')<OfDispatch & { village: string }>();
export const dispatchOverdueNoticed = event('logistics.dispatch-overdue-noticed.v1')<OfDispatch & { due: Instant }>();

export type DispatchEvent = ReturnType<
  typeof dispatchPlanned | typeof dispatchDeparted | typeof checkpointPassed | typeof delayReported | typeof dispatchArrived | typeof dispatchOverdueNoticed
>;

interface Plan {
  readonly warehouse: string;
  readonly boxes: readonly string[];
  readonly due: Instant;
}

type Move = Moved & { readonly status: 'under-way' | 'arrived' };

/** What has been told of a run. How it stood at an instant is `dispatchAt`. */
export interface Dispatch {
  readonly destination?: string;
  readonly plan?: Plan;
  readonly moves: readonly Move[];
  readonly delays: readonly (Moved & { readonly due: Instant })[];
  readonly overdueNoticed: readonly Instant[];
}

/** One run of one truck, with its manifest. */
export const dispatch = stream<Dispatch, DispatchEvent>({
  kind: 'dispatch',
  initial: { moves: [], delays: [], overdueNoticed: [] },
  scope: ({ destination }) => (destination === undefined ? undefined : { area: destination }),
  evolve: {
    'logistics.dispatch-planned.v1': (dispatch, data) =>
      dispatch.plan ? dispatch : { ...ofDispatch(dispatch, data), plan: { warehouse: data.warehouse, boxes: data.boxes, due: data.due } },
    'logistics.dispatch-departed.v1': (dispatch, data, { effectiveAt }) => moved(dispatch, data, { at: effectiveAt, status: 'under-way' }),
    'logistics.checkpoint-passed.v1': (dispatch, data, { effectiveAt }) => moved(dispatch, data, { at: effectiveAt, status: 'under-way' }),
    'logistics.delay-reported.v1': (dispatch, data, { effectiveAt }) => ({
      ...ofDispatch(dispatch, data),
      delays: inTime(dispatch.delays, { at: effectiveAt, due: data.due }),
    }),
    'logistics.dispatch-arrived.v1': (dispatch, data, { effectiveAt }) => moved(dispatch, data, { at: effectiveAt, status: 'arrived' }),
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

/** By when it was to arrive, as it was said last until the instant. */
export const dueAt = ({ plan, delays }: Dispatch, at: Instant): Instant | undefined => lastBy(delays, at)?.due ?? plan?.due;
