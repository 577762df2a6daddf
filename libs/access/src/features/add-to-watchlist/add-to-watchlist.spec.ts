import { nightAtKemelak, sealed, specFor } from '#testing';
import { watchlistEntryAdded } from '../../domain/watchlist.ts';
import { addToWatchlist } from './add-to-watchlist.ts';

const entry = '018c2207-0000-7000-8000-000000000201';
const another = '018c2207-0000-7000-8000-000000000202';
const post = '018c2207-0000-7000-8000-0000000000b1';
const person = '018c2207-0000-7000-8000-0000000000e1';

const add = { entry, post, person, name: { value: 'Orang Contoh' }, reason: 'tampering' } as const;
const added = watchlistEntryAdded({ post, person, name: sealed('Orang Contoh'), reason: 'tampering' });

const { given } = specFor(addToWatchlist);

describe('add-to-watchlist', () => {
  it('lets guards look twice', () => given({ standing: [] }).when(add).then(added));

  it('keeps the number, what to know, and until when', () =>
    given({ standing: [] })
      .when({ ...add, identityNumber: { value: '1601140000000001' }, note: { value: 'membawa obeng' }, until: nightAtKemelak + 86_400_000 })
      .then(
        watchlistEntryAdded({
          post,
          person,
          name: sealed('Orang Contoh'),
          reason: 'tampering',
          identityNumber: sealed('1601140000000001'),
          note: sealed('membawa obeng'),
          until: nightAtKemelak + 86_400_000,
        }),
      ));

  it('objects to writing one entry twice', () =>
    given({ entry: [added], standing: [] })
      .when(add)
      .objects('access.watchlist-entry-exists'));

  it('objects to a second entry for the same reason', () =>
    given({ standing: [another] })
      .when(add)
      .objects('access.already-on-watchlist'));

  it('objects to an entry that has run out before it stands', () =>
    given({ standing: [] })
      .when({ ...add, until: nightAtKemelak })
      .objects('access.until-in-the-past'));
});
