import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { Photo } from '#http';
import { visit } from '../../domain/visit.ts';
import { cardPhotographed } from '../../domain/visit.events.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class PhotographCard extends OfVisit {
  @Photo('The card, as the guest showed it', { of: 'guest' }) cardPhoto!: Sealed;
}

export const photographCard = command(PhotographCard)({
  name: 'access.photograph-card',
  summary: 'The guard photographs the card that a guest shows; the picture goes to the vault, and is erased with the guest.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.visit-not-known': (_, { visit }) => visit.post === undefined,
    'access.card-already-photographed': (_, { visit }) => visit.photographed,
  },

  record: ({ post, guest, cardPhoto }) => [cardPhotographed({ post, guest, cardPhoto })],
});
