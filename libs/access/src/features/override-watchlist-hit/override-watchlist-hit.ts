import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Many, Note } from '#http';
import { visit } from '../../domain/visit.ts';
import { watchlistHitOverridden } from '../../domain/visit.events.ts';
import { watchlistHits } from '../../views/looks.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class OverrideWatchlistHit extends OfVisit {
  @Many(Id('Entry of the watchlist'), { min: 1, max: 20 }) entries!: string[];
  @Note('Why the guest may come in all the same', { of: 'guest' }) reason!: Sealed;
}

export const overrideWatchlistHit = command(OverrideWatchlistHit)({
  name: 'access.override-watchlist-hit',
  summary: 'A squad leader knows of the entries on the watchlist and lets the guest in all the same.',
  records: 'fact',
  roles: ['squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },
  looks: { hits: (c, { effectiveAt }) => watchlistHits({ guest: c.guest, at: effectiveAt }) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.no-such-hit': ({ entries }, { hits }) => {
      const unknown = entries.filter((entry) => !hits.includes(entry));
      return unknown.length > 0 && { entries: unknown };
    },
  },

  record: ({ post, guest, entries, reason }) => [watchlistHitOverridden({ post, guest, entries, reason })],
});
