import { command, said } from '#kernel';
import type { CoSignature } from '#kernel';
import { CoSigned, Id, Optional, Words } from '#http';
import { door, doorAt } from '../../domain/door.ts';
import { visit } from '../../domain/visit.ts';
import { guestAdmitted } from '../../domain/visit.events.ts';
import { visitAt } from '../../domain/visit-standing.ts';
import { badgeCarriers, countInside, watchlistHits } from '../../views/looks.ts';
import { doorOfAnotherPost } from '../of-door.ts';
import { atAnotherPost, confirmation, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class AdmitGuest extends OfVisit {
  @Id('The door the guest goes through') door!: string;
  @Words('Number on the badge handed out', { max: 12 }) badge!: string;
  @Optional(Id('Account of who goes along')) escort?: string;
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
    inside: (c, { effectiveAt }) => countInside({ door: c.door, at: effectiveAt }),
    carriers: (c, { effectiveAt }) => badgeCarriers({ post: c.post, badge: c.badge, except: c.visit, at: effectiveAt }),
    hits: (c, { effectiveAt }) => watchlistHits({ guest: c.guest, at: effectiveAt }),
  },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.door-not-registered': (_, { door }) => door.registered === undefined,
    'access.door-of-another-post': (c, { door }) => doorOfAnotherPost(c, door),
    'access.guest-not-waiting': (_, { visit }, { effectiveAt }) => {
      const { status } = visitAt(visit, effectiveAt);
      return status !== 'waiting' && { status };
    },
    'access.door-not-open': (_, { door }, { effectiveAt }) => doorAt(door, effectiveAt).status === 'locked',
    'access.door-full': (_, { door: { registered }, inside }) =>
      registered !== undefined && inside >= registered.capacity && { inside, capacity: registered.capacity },
    'access.second-person-needed': ({ secondPerson }, { door }) => door.registered?.level === 'two-person' && !secondPerson,
    'access.badge-in-use': (_, { carriers }) => carriers.length > 0 && { visits: carriers },
    'access.watchlist-hit': (_, { visit, hits }) => {
      const entries = hits.filter((hit) => !visit.overridden.includes(hit));
      return entries.length > 0 && { entries };
    },
  },

  record: ({ post, guest, door, badge, escort, secondPerson }) => [
    guestAdmitted({ ...said({ post, guest, door, badge, escort }), ...confirmation(secondPerson) }),
  ],
});
