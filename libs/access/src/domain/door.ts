import { event, stream, inTime, lastBy } from '#kernel';
import type { Instant } from '#kernel';

/** Who may pass: anyone admitted, those who have business there, or nobody without a second person's consent. */
export const doorLevels = ['open', 'restricted', 'two-person'] as const;
export type DoorLevel = (typeof doorLevels)[number];

export const lockReasons = ['sorting-day', 'night', 'delivery', 'incident', 'maintenance', 'order', 'other'] as const;
export type LockReason = (typeof lockReasons)[number];

export const doorRegistered = event('access.door-registered.v1')<{ post: string; code: string; zone: string; level: DoorLevel; capacity: number }>();
export const doorLocked = event('access.door-locked.v1')<{ post: string; reason: LockReason }>();
export const doorUnlocked = event('access.door-unlocked.v1')<{ post: string }>();

export type DoorEvent = ReturnType<typeof doorRegistered | typeof doorLocked | typeof doorUnlocked>;

interface Registered {
  readonly post: string;
  readonly level: DoorLevel;
  readonly capacity: number;
}

/** What has been told of a door. How it stood at an instant is `doorAt`: testimony compares with then, not with now. */
export interface Door {
  readonly registered?: Registered;
  readonly locks: readonly { readonly at: Instant; readonly status: 'locked' | 'unlocked' }[];
}

export type DoorStanding = { readonly status: 'unregistered' } | ({ readonly status: 'locked' | 'unlocked' } & Registered);

/** How the door stood at the instant. A door is unlocked until it is locked. */
export const doorAt = ({ registered, locks }: Door, at: Instant): DoorStanding =>
  registered ? { ...registered, status: lastBy(locks, at)?.status ?? 'unlocked' } : { status: 'unregistered' };

/** A door that a post guards. */
export const door = stream<Door, DoorEvent>({
  kind: 'door',
  initial: { locks: [] },
  scope: ({ registered }) => registered && { post: registered.post },
  evolve: {
    'access.door-registered.v1': (door, { post, level, capacity }) => (door.registered ? door : { ...door, registered: { post, level, capacity } }),
    'access.door-locked.v1': (door, _, { effectiveAt }) => ({ ...door, locks: inTime(door.locks, { at: effectiveAt, status: 'locked' }) }),
    'access.door-unlocked.v1': (door, _, { effectiveAt }) => ({ ...door, locks: inTime(door.locks, { at: effectiveAt, status: 'unlocked' }) }),
  },
});
