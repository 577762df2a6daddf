import { command } from '#kernel';
import { door, doorAt, doorUnlocked } from '../../domain/door.ts';
import { doorOfAnotherPost, OfDoor } from '../of-door.ts';

export class UnlockDoor extends OfDoor {}

export const unlockDoor = command(UnlockDoor)({
  name: 'access.unlock-door',
  summary: 'A locked door is opened again.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { door: (c) => door.at(c.door) },

  objections: {
    'access.door-not-registered': (_, { door }) => door.registered === undefined,
    'access.door-of-another-post': (c, { door }) => doorOfAnotherPost(c, door),
    'access.door-already-unlocked': (_, { door }, { effectiveAt }) => doorAt(door, effectiveAt).status === 'unlocked',
  },

  record: ({ post }) => [doorUnlocked({ post })],
});
