import { sealed, specFor } from '#testing';
import { watchlistEntryAdded, watchlistEntryRemoved } from '../../domain/watchlist.ts';
import { removeFromWatchlist } from './remove-from-watchlist.ts';

const entry = '018c2207-0000-7000-8000-000000000201';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const person = '018c2207-0000-7000-8000-0000000000e1';

const added = watchlistEntryAdded({ post, person, name: sealed('Orang Contoh'), reason: 'theft' });
const remove = { entry, post, reason: 'wrong-person' } as const;

const { given } = specFor(removeFromWatchlist);

describe('remove-from-watchlist', () => {
  it('takes an entry off the list, with what was found out', () =>
    given({ entry: [added] })
      .when({ ...remove, note: { value: 'saudara kembar' } })
      .then(watchlistEntryRemoved({ post, reason: 'wrong-person', note: sealed('saudara kembar') })));

  it('objects to an entry that was never written', () => given({}).when(remove).objects('access.watchlist-entry-not-standing'));

  it('objects to removing it twice', () =>
    given({ entry: [added, watchlistEntryRemoved({ post, reason: 'cleared' })] })
      .when(remove)
      .objects('access.watchlist-entry-not-standing'));

  it('objects to an entry that another squad answers for', () =>
    given({ entry: [watchlistEntryAdded({ post: elsewhere, person, name: sealed('Orang Contoh'), reason: 'theft' })] })
      .when(remove)
      .objects('access.watchlist-entry-of-another-post'));
});
