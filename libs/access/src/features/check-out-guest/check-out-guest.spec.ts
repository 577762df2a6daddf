import { nightAtKemelak, specFor, told } from '#testing';
import { exitNotObserved, guestAdmitted, guestLeft } from '../../domain/visit.events.ts';
import { checkOutGuest } from './check-out-guest.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const minute = 60_000;

const admitted = guestAdmitted({ post, guest, door, badge: 'T-12' });
const left = guestLeft({ post, guest });
const checkOut = { visit, post, guest };

const { given } = specFor(checkOutGuest);

describe('check-out-guest', () => {
  it('lets a guest go', () =>
    given({ visit: [admitted] })
      .when(checkOut)
      .then(left));

  it('accepts the exit of a guest whose exit nobody had seen', () =>
    given({ visit: [admitted, exitNotObserved({ post, guest })] })
      .when(checkOut)
      .then(left));

  it('objects to a guest who never came in', () => given({}).when(checkOut).objects('access.guest-not-inside'));

  it('objects to a guest who left before', () =>
    given({ visit: [admitted, left] })
      .when(checkOut)
      .objects('access.guest-not-inside'));

  it('objects to leaving before entering', () =>
    given({ visit: [told(admitted, { effectiveAt: nightAtKemelak + minute })] })
      .when(checkOut)
      .objects('access.guest-not-inside'));

  it('objects to another guest', () =>
    given({ visit: [admitted] })
      .when({ ...checkOut, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestAdmitted({ post: elsewhere, guest, door, badge: 'T-12' })] })
      .when(checkOut)
      .objects('access.visit-at-another-post'));
});
