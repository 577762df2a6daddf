import { command } from '#kernel';
import { Count, OneOf, Words } from '#http';
import { door, doorLevels, doorRegistered } from '../../domain/door.ts';
import type { DoorLevel } from '../../domain/door.ts';
import { post } from '../../domain/post.ts';
import { doorNameTaken } from '../../views/looks.ts';
import { OfDoor } from '../of-door.ts';

export class RegisterDoor extends OfDoor {
  @Words('What stands on the door', { max: 12, example: 'G-A' }) code!: string;
  @Words('The zone behind it', { max: 60, example: 'Gudang A' }) zone!: string;
  @OneOf('Who may pass', doorLevels) level!: DoorLevel;
  @Count('How many people may be inside at once', { min: 1, max: 10_000, example: 25 }) capacity!: number;
}

export const registerDoor = command(RegisterDoor)({
  name: 'access.register-door',
  summary: 'A door of a post is set up, with the zone behind it.',
  records: 'order',
  roles: ['admin'],
  scope: ({ post }) => ({ post }),
  writes: { door: (c) => door.at(c.door) },
  reads: { post: (c) => post.at(c.post) },
  looks: { taken: (c) => doorNameTaken({ post: c.post, code: c.code, except: c.door }) },

  objections: {
    'access.post-not-registered': (_, { post }) => post.status === 'unregistered',
    'access.door-already-registered': (_, { door }) => door.registered !== undefined,
    'access.door-name-taken': ({ code }, { taken }) => taken && { code },
  },

  record: ({ post, code, zone, level, capacity }) => [doorRegistered({ post, code, zone, level, capacity })],
});
