import { command } from '#kernel';
import type { Instant, Sealed } from '#kernel';
import { Id, IdentityNumber, Moment, Note, OneOf, Optional, PersonName } from '#http';
import { watchlistEntry, watchlistEntryAdded, watchReasons } from '../../domain/watchlist.ts';
import type { WatchReason } from '../../domain/watchlist.ts';
import { watchlistEntriesFor } from '../../views/looks.ts';

export class AddToWatchlist {
  @Id('The entry') entry!: string;
  @Id('The post whose squad answers for the entry') post!: string;
  @Id('The person; one who was reported before keeps their id') person!: string;
  @PersonName('Name', { of: 'person' }) name!: Sealed;
  @Optional(IdentityNumber('Number of an identity document', { of: 'person' })) identityNumber?: Sealed;
  @OneOf('Why to look twice', watchReasons) reason!: WatchReason;
  @Optional(Note('What the guard should know', { of: 'person' })) note?: Sealed;
  @Optional(Moment('Until when the entry stands')) until?: Instant;
}

export const addToWatchlist = command(AddToWatchlist)({
  name: 'access.add-to-watchlist',
  summary: 'Guards are to look twice at this person, at every post.',
  records: 'order',
  roles: ['squad-leader', 'commander'],
  scope: ({ post }) => ({ post }),
  writes: { entry: (c) => watchlistEntry.at(c.entry) },
  looks: { standing: (c, { effectiveAt }) => watchlistEntriesFor({ person: c.person, reason: c.reason, at: effectiveAt }) },

  objections: {
    'access.watchlist-entry-exists': (_, { entry }) => entry.status !== 'unwritten' && { status: entry.status },
    'access.already-on-watchlist': (_, { standing }) => standing.length > 0 && { entries: standing },
    'access.until-in-the-past': ({ until }, _, { effectiveAt }) => until !== undefined && until <= effectiveAt,
  },

  record: ({ post, person, name, identityNumber, reason, note, until }) => [
    watchlistEntryAdded({
      post,
      person,
      name,
      reason,
      ...(identityNumber && { identityNumber }),
      ...(note && { note }),
      ...(until !== undefined && { until }),
    }),
  ],
});
