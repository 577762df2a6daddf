import { command } from '#kernel';
import { OneOf } from '#http';
import { door, doorAt, doorLocked, lockReasons } from '../../domain/door.ts';
import type { LockReason } from '../../domain/door.ts';
import { doorOfAnotherPost, OfDoor } from '../of-door.ts';

export class LockDoor extends OfDoor {
  @OneOf('Why it is locked', lockReasons) reason!: LockReason;
}

export const lockDoor = command(LockDoor)({
  name: 'access.lock-door',
  summary: 'A door is locked: nobody is let in until it is unlocked.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { door: (c) => door.at(c.door) },

  objections: {
    'access.door-not-registered': (_, { door }) => door.registered === undefined,
    'access.door-of-another-post': (c, { door }) => doorOfAnotherPost(c, door),
    'access.door-already-locked': (_, { door }, { effectiveAt }) => doorAt(door, effectiveAt).status === 'locked',
  },

  record: ({ post, reason }) => [doorLocked({ post, reason })],
});
