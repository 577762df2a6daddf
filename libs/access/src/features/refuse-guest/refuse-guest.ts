import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { Note, OneOf, Optional } from '#http';
import { visit } from '../../domain/visit.ts';
import { guestRefused, refusalReasons } from '../../domain/visit.events.ts';
import type { RefusalReason } from '../../domain/visit.events.ts';
import { visitAt } from '../../domain/visit-standing.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class RefuseGuest extends OfVisit {
  @OneOf('Why', refusalReasons) reason!: RefusalReason;
  @Optional(Note('What else is to be said about it', { of: 'guest' })) note?: Sealed;
}

export const refuseGuest = command(RefuseGuest)({
  name: 'access.refuse-guest',
  summary: 'A guest is turned away at the post.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.guest-not-waiting': (_, { visit }, { effectiveAt }) => {
      const { status } = visitAt(visit, effectiveAt);
      return status !== 'waiting' && { status };
    },
  },

  record: ({ post, guest, reason, note }) => [guestRefused(said({ post, guest, reason, note }))],
});
