import { convertToCommandError, ErrorType } from '@eventstore/db-client';

/**
 * What a failure of the client says about the call. `away`: the server did not answer, is starting or is no longer the
 * leader: the same call again may work. `position`: no record of this log begins at the position that was asked for.
 */
export type FailureKind = 'away' | 'not-found' | 'denied' | 'too-large' | 'deleted' | 'position' | 'refused';

export interface Failure {
  readonly kind: FailureKind;
  readonly why: string;
}

const unknown = 2;
const failedPrecondition = 9;
const away: ReadonlySet<unknown> = new Set([ErrorType.UNAVAILABLE, ErrorType.DEADLINE_EXCEEDED, ErrorType.TIMEOUT, ErrorType.CANCELLED, ErrorType.NOT_LEADER]);
/** Cancelled, deadline exceeded, aborted, internal (a connection that broke in a message), unavailable. */
const awayCodes: ReadonlySet<unknown> = new Set([1, 4, 10, 13, 14]);

/** By `.type`, then by `.code`: names and messages of the client are not reliable. */
export function failureOf(thrown: unknown): Failure {
  const error: unknown = thrown instanceof Error ? convertToCommandError(thrown) : thrown;
  const [type, code] = [fieldOf(error, 'type'), fieldOf(error, 'code')];
  const why = error instanceof Error && error.message !== '' ? error.message : typeof type === 'string' ? type : 'no reason given';
  if (type === ErrorType.STREAM_NOT_FOUND) return { kind: 'not-found', why };
  if (type === ErrorType.ACCESS_DENIED) return { kind: 'denied', why: 'EventStoreDB refuses the credentials of SAKSI_EVENTSTOREDB_URL, or what they may do.' };
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) return { kind: 'too-large', why };
  if (type === ErrorType.STREAM_DELETED || code === failedPrecondition)
    return { kind: 'deleted', why: 'The stream was deleted on the server, by other means than Saksi.' };
  if (away.has(type) || awayCodes.has(code) || code === undefined) return { kind: 'away', why };
  if (code === unknown) return { kind: 'position', why };
  return { kind: 'refused', why };
}

const fieldOf = (error: unknown, field: string): unknown =>
  typeof error === 'object' && error !== null && field in error ? (error as Record<string, unknown>)[field] : undefined;
