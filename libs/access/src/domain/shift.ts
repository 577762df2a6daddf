import { event, stream, inTime, lastBy } from '#kernel';
import type { Instant, Sealed } from '#kernel';

export const shiftStarted = event('access.shift-started.v1')<{ post: string; guards: readonly string[] }>();
/** `acknowledged`: the visits that the outgoing guard says are inside. */
export const shiftHandedOver = event('access.shift-handed-over.v1')<{ post: string; to: readonly string[]; acknowledged: readonly string[]; notes?: Sealed }>();
export const shiftEnded = event('access.shift-ended.v1')<{ post: string }>();

export type ShiftEvent = ReturnType<typeof shiftStarted | typeof shiftHandedOver | typeof shiftEnded>;

export type ShiftStanding =
  { readonly status: 'unstarted' } | { readonly status: 'running'; readonly guards: readonly string[] } | { readonly status: 'ended' };

type Turn = { readonly at: Instant } & Exclude<ShiftStanding, { status: 'unstarted' }>;

/** What has been told of a shift: its turns, in the order in which they began. */
export interface Shift {
  readonly post?: string;
  readonly started: boolean;
  readonly turns: readonly Turn[];
}

/** How the shift stood at the instant. */
export const shiftAt = ({ turns }: Shift, at: Instant): ShiftStanding => lastBy(turns, at) ?? { status: 'unstarted' };

/** A watch at a post, from the first guard to the last: a handover changes the guards, the shift and its sheet go on. */
export const shift = stream<Shift, ShiftEvent>({
  kind: 'shift',
  initial: { started: false, turns: [] },
  scope: ({ post }) => (post === undefined ? undefined : { post }),
  evolve: {
    'access.shift-started.v1': (shift, { post, guards }, { effectiveAt }) => ({
      ...turn(shift, post, { at: effectiveAt, status: 'running', guards }),
      started: true,
    }),
    'access.shift-handed-over.v1': (shift, { post, to }, { effectiveAt }) => turn(shift, post, { at: effectiveAt, status: 'running', guards: to }),
    'access.shift-ended.v1': (shift, { post }, { effectiveAt }) => turn(shift, post, { at: effectiveAt, status: 'ended' }),
  },
});

const turn = (shift: Shift, post: string, next: Turn): Shift => ({ ...shift, post: shift.post ?? post, turns: inTime(shift.turns, next) });
