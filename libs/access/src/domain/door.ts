import { event, stream } from '#kernel';

export const doorRegistered = event('access.door-registered.v1')<{ post: string; code: string; zone: string; level: DoorLevel; capacity: number }>();
export const doorLocked = event('access.door-locked.v1')<{ reason: string }>();
export const doorUnlocked = event('access.door-unlocked.v1')();

export type DoorEvent = ReturnType<typeof doorRegistered | typeof doorLocked | typeof doorUnlocked>;

export const doorLevels = ['open', 'restricted', 'two-person'] as const;
export type DoorLevel = (typeof doorLevels)[number];

interface Registered {
  post: string;
  level: DoorLevel;
  capacity: number;
}

export type Door = { status: 'unregistered' } | ({ status: 'unlocked' } & Registered) | ({ status: 'locked' } & Registered);

/** A door that a post guards. */
export const door = stream<Door, DoorEvent>({
  kind: 'door',
  initial: { status: 'unregistered' },
  scope: (door) => (door.status === 'unregistered' ? undefined : { post: door.post }),
  evolve: {
    'access.door-registered.v1': (door, { post, level, capacity }) => (door.status === 'unregistered' ? { status: 'unlocked', post, level, capacity } : door),
    'access.door-locked.v1': (door) => (door.status === 'unlocked' ? { ...door, status: 'locked' } : door),
    'access.door-unlocked.v1': (door) => (door.status === 'locked' ? { ...door, status: 'unlocked' } : door),
  },
});
