import { nightAtKemelak, sealed, specFor, told } from '#testing';
import { doorLocked, doorRegistered } from '../../domain/door.ts';
import { guestAdmitted, guestLeft, guestRefused, guestReported, watchlistHitOverridden } from '../../domain/visit.events.ts';
import { admitGuest } from './admit-guest.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const another = '018c2207-0000-7000-8000-0000000000a2';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const escort = '018c2207-0000-7000-8000-0000000000f1';
const second = '018c2207-0000-7000-8000-0000000000f2';
const entry = '018c2207-0000-7000-8000-000000000091';
const hour = 3_600_000;

const reported = guestReported({
  post,
  guest,
  name: sealed('Tamu Satu'),
  identityType: 'ktp',
  purpose: sealed('antar segel'),
  allowedUntil: nightAtKemelak + hour,
});
const admitted = guestAdmitted({ post, guest, door, badge: 'T-12' });
const restricted = doorRegistered({ post, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 });
const vault = doorRegistered({ post, code: 'B-1', zone: 'Brankas', level: 'two-person', capacity: 4 });
const quiet = { inside: 0, carriers: [], hits: [] };
const admit = { visit, post, guest, door, badge: 'T-12' };

const { given } = specFor(admitGuest);

describe('admit-guest', () => {
  it('lets a reported guest through', () =>
    given({ visit: [reported], door: [restricted], ...quiet, inside: 3 })
      .when(admit)
      .then(admitted));

  it('keeps who goes along', () =>
    given({ visit: [reported], door: [restricted], ...quiet })
      .when({ ...admit, escort })
      .then(guestAdmitted({ post, guest, door, badge: 'T-12', escort })));

  it('lets a guest through a two-person door when both consent', () =>
    given({ visit: [reported], door: [vault], ...quiet })
      .when({ ...admit, secondPerson: { user: second, pin: '240214' } })
      .then(guestAdmitted({ post, guest, door, badge: 'T-12', confirmedBy: second, confirmedThrough: 'pin' })));

  it('lets a guest through whom a squad leader vouches for', () =>
    given({
      visit: [reported, watchlistHitOverridden({ post, guest, entries: [entry], reason: sealed('dikenal') })],
      door: [restricted],
      ...quiet,
      hits: [entry],
    })
      .when(admit)
      .then(admitted));

  it('compares with how the door stood then, not with how it stands now', () =>
    given({ visit: [reported], door: [restricted, told(doorLocked({ post, reason: 'night' }), { effectiveAt: nightAtKemelak + hour })], ...quiet })
      .when(admit)
      .then(admitted));

  it('compares with how the visit stood then, not with how it stands now', () =>
    given({ visit: [reported, told(guestLeft({ post, guest }), { effectiveAt: nightAtKemelak + hour })], door: [restricted], ...quiet })
      .when(admit)
      .then(admitted));

  it('objects to a guest who never reported', () =>
    given({ visit: [], door: [restricted], ...quiet })
      .when(admit)
      .objects('access.guest-not-waiting'));

  it('objects to a guest who is inside already', () =>
    given({ visit: [reported, admitted], door: [restricted], ...quiet })
      .when(admit)
      .objects('access.guest-not-waiting'));

  it('objects to a guest who was turned away', () =>
    given({ visit: [reported, guestRefused({ post, guest, reason: 'no-document' })], door: [restricted], ...quiet })
      .when(admit)
      .objects('access.guest-not-waiting'));

  it('objects to another guest than the one who reported', () =>
    given({ visit: [reported], door: [restricted], ...quiet })
      .when({ ...admit, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({
      visit: [
        guestReported({
          post: elsewhere,
          guest,
          name: sealed('Tamu Satu'),
          identityType: 'ktp',
          purpose: sealed('antar segel'),
          allowedUntil: nightAtKemelak + hour,
        }),
      ],
      door: [restricted],
      ...quiet,
    })
      .when(admit)
      .objects('access.visit-at-another-post'));

  it('objects to a locked door', () =>
    given({ visit: [reported], door: [restricted, doorLocked({ post, reason: 'sorting-day' })], ...quiet })
      .when(admit)
      .objects('access.door-not-open'));

  it('objects to a door nobody registered', () =>
    given({ visit: [reported], door: [], ...quiet })
      .when(admit)
      .objects('access.door-not-registered'));

  it('objects to a door of another post', () =>
    given({ visit: [reported], door: [doorRegistered({ post: elsewhere, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 })], ...quiet })
      .when(admit)
      .objects('access.door-of-another-post'));

  it('objects to a full room', () =>
    given({ visit: [reported], door: [restricted], ...quiet, inside: 4 })
      .when(admit)
      .objects('access.door-full'));

  it('objects to a badge that another guest carries', () =>
    given({ visit: [reported], door: [restricted], ...quiet, carriers: [another] })
      .when(admit)
      .objects('access.badge-in-use'));

  it('objects to a lone person at a two-person door', () =>
    given({ visit: [reported], door: [vault], ...quiet })
      .when(admit)
      .objects('access.second-person-needed'));

  it('objects to a guest on the watchlist for whom no squad leader vouches', () =>
    given({ visit: [reported], door: [restricted], ...quiet, hits: [entry] })
      .when(admit)
      .objects('access.watchlist-hit'));
});
