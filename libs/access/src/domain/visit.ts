import { event, stream } from '#kernel';
import type { Instant, Sealed } from '#kernel';

export const guestReported = event('access.guest-reported.v1')<{
  post: string;
  guest: string;
  name: Sealed;
  purpose: Sealed;
}>();
export const guestAdmitted = event('access.guest-admitted.v1')<{ post: string; door: string; badge: string; confirmedBy?: string; confirmedThrough?: 'pin' | 'device' }>();
export const guestLeft = event('access.guest-left.v1')<{ post: string }>();

export type VisitEvent = ReturnType<typeof guestReported | typeof guestAdmitted | typeof guestLeft>;

export type Visit =
  | { status: 'unreported' }
  | { status: 'waiting'; post: string; guest: string }
  | { status: 'inside'; post: string; guest: string; door: string; badge: string; entered: Instant }
  | { status: 'gone'; post: string; guest: string };

/** One guest's visit to one post, from the report at the gate to the exit. */
export const visit = stream<Visit, VisitEvent>({
  kind: 'visit',
  initial: { status: 'unreported' },
  scope: (visit) => (visit.status === 'unreported' ? undefined : { post: visit.post }),
  evolve: {
    'access.guest-reported.v1': (visit, { post, guest }) => (visit.status === 'unreported' ? { status: 'waiting', post, guest } : visit),
    'access.guest-admitted.v1': (visit, { door, badge }, { effectiveAt }) =>
      visit.status === 'waiting' ? { status: 'inside', post: visit.post, guest: visit.guest, door, badge, entered: effectiveAt } : visit,
    'access.guest-left.v1': (visit) => (visit.status === 'inside' ? { status: 'gone', post: visit.post, guest: visit.guest } : visit),
  },
});
