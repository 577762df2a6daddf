import { Id, Words } from '#http';
import type { Details, Instant } from '#kernel';
import { dispatchAt, type Dispatch, type DispatchStatus } from '../domain/dispatch.ts';
import { areaCode } from './of-box.ts';

/** What every command about a run says: which, and where it goes. */
export abstract class OfDispatch {
  @Id('The run; the client names it when it is planned') dispatch!: string;
  @Words('Where it goes: code of a regency, a district or a village', { pattern: areaCode, example: '160114' }) destination!: string;
}

/** The run was told of before, with another destination. */
export const dispatchToElsewhere = ({ destination }: OfDispatch, dispatch: Dispatch): Details | false =>
  dispatch.destination !== undefined && dispatch.destination !== destination && { destination: dispatch.destination };

/** The run is not as far as it must be for this. */
export function dispatchNot(dispatch: Dispatch, at: Instant, ...statuses: readonly DispatchStatus[]): Details | false {
  const status = dispatchAt(dispatch, at);
  return !statuses.includes(status) && { status };
}
