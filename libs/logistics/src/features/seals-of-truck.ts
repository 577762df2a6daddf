import type { Details, Instant } from '#kernel';
import { checkpointPassed, dispatchArrived, sealsAt, type Dispatch, type DispatchEvent, type SealsOfTruck } from '../domain/dispatch.ts';

/** The seals as they were found on the truck and, when others had been put on as far as is known, those. */
export function sealsFound(found: readonly string[] | undefined, dispatch: Dispatch, at: Instant): SealsOfTruck {
  if (found === undefined) return {};
  const seals = found.toSorted();
  const sealed = sealsAt(dispatch, at)?.toSorted();
  return sealed === undefined || sealed.join() === seals.join() ? { seals } : { seals, sealed };
}

/** Whoever records it hears at once that the seals are others. */
export function truckSealsNotAsDeparted(event: DispatchEvent): Details | false {
  if (event.type !== checkpointPassed.type && event.type !== dispatchArrived.type) return false;
  const { seals: found = [], sealed } = event.data;
  return sealed !== undefined && { sealed, found };
}
