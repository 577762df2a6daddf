import { nightAtKemelak, sealed, specFor } from '#testing';
import { guestAdmitted, guestLeft, guestRefused, guestReported } from '../../domain/visit.events.ts';
import { refuseGuest } from './refuse-guest.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const hour = 3_600_000;

const reportedAt = (place: string) =>
  guestReported({ post: place, guest, name: sealed('Tamu Satu'), identityType: 'none', purpose: sealed('antar segel'), allowedUntil: nightAtKemelak + hour });
const reported = reportedAt(post);
const admitted = guestAdmitted({ post, guest, door, badge: 'T-12' });
const refuse = { visit, post, guest, reason: 'no-document' } as const;

const { given } = specFor(refuseGuest);

describe('refuse-guest', () => {
  it('turns a guest away', () =>
    given({ visit: [reported] })
      .when(refuse)
      .then(guestRefused({ post, guest, reason: 'no-document' })));

  it('keeps what else is said about it', () =>
    given({ visit: [reported] })
      .when({ ...refuse, note: { value: 'mengaku dari percetakan' } })
      .then(guestRefused({ post, guest, reason: 'no-document', note: sealed('mengaku dari percetakan') })));

  it('objects to a guest who is inside', () =>
    given({ visit: [reported, admitted] })
      .when(refuse)
      .objects('access.guest-not-waiting'));

  it('objects to a guest who is gone', () =>
    given({ visit: [reported, admitted, guestLeft({ post, guest })] })
      .when(refuse)
      .objects('access.guest-not-waiting'));

  it('objects to another guest than the one who reported', () =>
    given({ visit: [reported] })
      .when({ ...refuse, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [reportedAt(elsewhere)] })
      .when(refuse)
      .objects('access.visit-at-another-post'));
});
