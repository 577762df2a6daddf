import { command, said } from '#kernel';
import type { Instant, Sealed } from '#kernel';
import { Moment, Note, Optional } from '#http';
import { visit } from '../../domain/visit.ts';
import { exitNotObserved } from '../../domain/visit.events.ts';
import { visitAt } from '../../domain/visit-standing.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class RecordExitNotObserved extends OfVisit {
  @Optional(Moment('When the guest was last seen')) lastSeen?: Instant;
  @Optional(Note('How it was found out', { of: 'guest' })) note?: Sealed;
}

export const recordExitNotObserved = command(RecordExitNotObserved)({
  name: 'access.record-exit-not-observed',
  summary: 'A guest is not there any more, and nobody saw them leave. The exit is not invented.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.guest-not-inside': (_, { visit }, { effectiveAt }) => {
      const { status } = visitAt(visit, effectiveAt);
      return status !== 'inside' && { status };
    },
  },

  record: ({ post, guest, lastSeen, note }) => [exitNotObserved(said({ post, guest, lastSeen, note }))],
});
