import { command } from '#kernel';
import { visit } from '../../domain/visit.ts';
import { guestLeft } from '../../domain/visit.events.ts';
import { visitAt } from '../../domain/visit-standing.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class CheckOutGuest extends OfVisit {}

export const checkOutGuest = command(CheckOutGuest)({
  name: 'access.check-out-guest',
  summary: 'A guest leaves, and somebody saw it.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.guest-not-inside': (_, { visit }, { effectiveAt }) => {
      const { status } = visitAt(visit, effectiveAt);
      return status !== 'inside' && status !== 'unaccounted' && { status };
    },
  },

  record: ({ post, guest }) => [guestLeft({ post, guest })],
});
