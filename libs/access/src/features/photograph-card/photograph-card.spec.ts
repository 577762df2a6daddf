import { nightAtKemelak, sealed, specFor } from '#testing';
import { cardPhotographed, guestLeft, guestReported } from '../../domain/visit.events.ts';
import { photographCard } from './photograph-card.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const jpeg = '/9j/4AAQSkZJRv/Z';

const reported = guestReported({
  post,
  guest,
  name: sealed('Tamu Satu'),
  identityType: 'ktp',
  purpose: sealed('antar segel'),
  allowedUntil: nightAtKemelak,
});
const photographed = cardPhotographed({ post, guest, cardPhoto: sealed(jpeg) });
const photograph = { visit, post, guest, cardPhoto: { value: jpeg } };

const { given } = specFor(photographCard);

describe('photograph-card', () => {
  it('keeps what the card looked like, sealed', () =>
    given({ visit: [reported] })
      .when(photograph)
      .then(photographed));

  it('takes it also after the guest has left', () =>
    given({ visit: [reported, guestLeft({ post, guest })] })
      .when(photograph)
      .then(photographed));

  it('objects when nothing is known of the visit', () => given({ visit: [] }).when(photograph).objects('access.visit-not-known'));

  it('objects to a second photo of one visit', () =>
    given({ visit: [reported, photographed] })
      .when(photograph)
      .objects('access.card-already-photographed'));

  it('objects to the card of another guest', () =>
    given({ visit: [reported] })
      .when({ ...photograph, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestLeft({ post: elsewhere, guest })] })
      .when(photograph)
      .objects('access.visit-at-another-post'));
});
