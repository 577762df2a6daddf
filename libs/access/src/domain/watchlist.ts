import { event, stream } from '#kernel';
import type { Instant, Sealed } from '#kernel';

export const watchlistEntryAdded = event('access.watchlist-entry-added.v1')<{
  post: string;
  person: string;
  name: Sealed;
  identityNumber?: Sealed;
  reason: WatchReason;
  note?: Sealed;
  until?: Instant;
}>();
export const watchlistEntryRemoved = event('access.watchlist-entry-removed.v1')<{ post: string; reason: RemovalReason; note?: Sealed }>();

export type WatchlistEvent = ReturnType<typeof watchlistEntryAdded | typeof watchlistEntryRemoved>;

export const watchReasons = ['theft', 'violence', 'threat', 'tampering', 'impersonation', 'order-of-a-court', 'asked-by-supervisor', 'other'] as const;
export type WatchReason = (typeof watchReasons)[number];

export const removalReasons = ['cleared', 'wrong-person', 'entered-by-mistake', 'no-longer-needed'] as const;
export type RemovalReason = (typeof removalReasons)[number];

export type WatchlistEntry =
  { status: 'unwritten' } | { status: 'standing'; post: string; person: string; until?: Instant } | { status: 'removed'; post: string; person: string };

/** One reason to look twice at one person, at every post. A hit advises; it never decides. */
export const watchlistEntry = stream<WatchlistEntry, WatchlistEvent>({
  kind: 'watchlist-entry',
  initial: { status: 'unwritten' },
  scope: (entry) => (entry.status === 'unwritten' ? undefined : { post: entry.post }),
  evolve: {
    'access.watchlist-entry-added.v1': (entry, { post, person, until }) =>
      entry.status === 'unwritten' ? { status: 'standing', post, person, ...(until !== undefined && { until }) } : entry,
    'access.watchlist-entry-removed.v1': (entry) => (entry.status === 'standing' ? { status: 'removed', post: entry.post, person: entry.person } : entry),
  },
});
