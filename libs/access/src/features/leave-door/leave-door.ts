import { command } from '#kernel';
import { Id } from '#http';
import { door } from '../../domain/door.ts';
import { visit } from '../../domain/visit.ts';
import { doorLeft } from '../../domain/visit.events.ts';
import { isBehind } from '../../domain/visit-standing.ts';
import { doorOfAnotherPost } from '../of-door.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class LeaveDoor extends OfVisit {
  @Id('The inner door the guest comes out of') door!: string;
}

export const leaveDoor = command(LeaveDoor)({
  name: 'access.leave-door',
  summary: 'A guest comes out of an inner door and stays inside the post.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },
  reads: { door: (c) => door.at(c.door) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.door-not-registered': (_, { door }) => door.registered === undefined,
    'access.door-of-another-post': (c, { door }) => doorOfAnotherPost(c, door),
    'access.guest-not-behind-door': (c, { visit }, { effectiveAt }) => !isBehind(visit, c.door, effectiveAt),
  },

  record: ({ post, guest, door }) => [doorLeft({ post, guest, door })],
});
