import { command } from '#kernel';
import type { CoSignature } from '#kernel';
import { CoSigned, Id, Optional, Words } from '#http';
import { door } from '../../domain/door.ts';
import { guestAdmitted, visit } from '../../domain/visit.ts';
import { badgeInUse, countInside } from '../who-is-inside/who-is-inside.ts';

export class AdmitGuest {
  @Id('The visit that was reported to the guard') visit!: string;
  @Id('The post where it happens') post!: string;
  @Id('The door the guest goes through') door!: string;
  @Words('Number on the badge handed out', { max: 12 }) badge!: string;
  @Optional(CoSigned('Second person at a two-person door')) secondPerson?: CoSignature;
}

export const admitGuest = command(AdmitGuest)({
  name: 'access.admit-guest',
  summary: 'A guest goes through the door of the post, with a badge.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },
  reads: { door: (c) => door.at(c.door) },
  looks: {
    inside: (c) => countInside({ door: c.door }),
    carriers: (c) => badgeInUse({ post: c.post, badge: c.badge, except: c.visit }),
  },

  objections: {
    'access.guest-not-waiting': (_, { visit }) => visit.status !== 'waiting' && { status: visit.status },
    'access.door-not-open': (_, { door }) => door.status !== 'unlocked' && { status: door.status },
    'access.door-of-another-post': ({ post }, { door }) => door.status !== 'unregistered' && door.post !== post && { post: door.post },
    'access.door-full': (_, { door, inside }) => door.status === 'unlocked' && inside >= door.capacity && { inside, capacity: door.capacity },
    'access.badge-in-use': (_, { carriers }) => carriers.length > 0 && { visits: carriers },
    'access.second-person-needed': ({ secondPerson }, { door }) => door.status === 'unlocked' && door.level === 'two-person' && !secondPerson,
  },

  record: ({ post, door, badge, secondPerson }) => [
    guestAdmitted({ post, door, badge, ...(secondPerson && { confirmedBy: secondPerson.user, confirmedThrough: secondPerson.method }) }),
  ],
});
