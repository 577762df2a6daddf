import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Note, OneOf, Optional } from '#http';
import { removalReasons, watchlistEntry, watchlistEntryRemoved } from '../../domain/watchlist.ts';
import type { RemovalReason } from '../../domain/watchlist.ts';

export class RemoveFromWatchlist {
  @Id('The entry') entry!: string;
  @Id('The post whose squad answers for the entry') post!: string;
  @OneOf('Why it no longer stands', removalReasons) reason!: RemovalReason;
  @Optional(Note('What was found out')) note?: Sealed;
}

export const removeFromWatchlist = command(RemoveFromWatchlist)({
  name: 'access.remove-from-watchlist',
  summary: 'An entry of the watchlist no longer stands.',
  records: 'order',
  roles: ['squad-leader', 'commander'],
  scope: ({ post }) => ({ post }),
  writes: { entry: (c) => watchlistEntry.at(c.entry) },

  objections: {
    'access.watchlist-entry-not-standing': (_, { entry }) => entry.status !== 'standing' && { status: entry.status },
    'access.watchlist-entry-of-another-post': ({ post }, { entry }) => entry.status !== 'unwritten' && entry.post !== post && { post: entry.post },
  },

  record: ({ post, reason, note }) => [watchlistEntryRemoved({ post, reason, ...(note && { note }) })],
});
