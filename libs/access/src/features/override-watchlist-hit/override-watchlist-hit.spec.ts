import { nightAtKemelak, sealed, specFor } from '#testing';
import { guestReported, watchlistHitOverridden } from '../../domain/visit.events.ts';
import { overrideWatchlistHit } from './override-watchlist-hit.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const entry = '018c2207-0000-7000-8000-000000000201';
const another = '018c2207-0000-7000-8000-000000000202';

const reported = (where: string, whom: string) =>
  guestReported({
    post: where,
    guest: whom,
    name: sealed('Tamu Satu'),
    identityType: 'ktp',
    purpose: sealed('antar segel'),
    allowedUntil: nightAtKemelak + 3_600_000,
  });
const override = { visit, post, guest, entries: [entry], reason: { value: 'dikenal komandan regu' } };

const { given } = specFor(overrideWatchlistHit);

describe('override-watchlist-hit', () => {
  it('lets a guest in although the watchlist speaks against it', () =>
    given({ visit: [reported(post, guest)], hits: [entry, another] })
      .when(override)
      .then(watchlistHitOverridden({ post, guest, entries: [entry], reason: sealed('dikenal komandan regu') })));

  it('objects to an entry that does not concern the guest', () =>
    given({ visit: [reported(post, guest)], hits: [another] })
      .when(override)
      .objects('access.no-such-hit'));

  it('objects to a visit of another guest', () =>
    given({ visit: [reported(post, stranger)], hits: [entry] })
      .when(override)
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [reported(elsewhere, guest)], hits: [entry] })
      .when(override)
      .objects('access.visit-at-another-post'));
});
