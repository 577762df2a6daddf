import { nightAtKemelak, sealed, specFor } from '#testing';
import { exitNotObserved, guestAdmitted, guestLeft } from '../../domain/visit.events.ts';
import { recordExitNotObserved } from './record-exit-not-observed.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const hour = 3_600_000;

const admitted = guestAdmitted({ post, guest, door, badge: 'T-12' });
const notObserved = { visit, post, guest };

const { given } = specFor(recordExitNotObserved);

describe('record-exit-not-observed', () => {
  it('says that a guest is not there, without inventing when they went', () =>
    given({ visit: [admitted] })
      .when(notObserved)
      .then(exitNotObserved({ post, guest })));

  it('keeps when they were last seen, and how it was found out', () =>
    given({ visit: [admitted] })
      .when({ ...notObserved, lastSeen: nightAtKemelak - hour, note: { value: 'kartu ditemukan di pagar' } })
      .then(exitNotObserved({ post, guest, lastSeen: nightAtKemelak - hour, note: sealed('kartu ditemukan di pagar') })));

  it('objects to a guest who never came in', () => given({}).when(notObserved).objects('access.guest-not-inside'));

  it('objects to a guest who was seen leaving', () =>
    given({ visit: [admitted, guestLeft({ post, guest })] })
      .when(notObserved)
      .objects('access.guest-not-inside'));

  it('objects to saying it twice', () =>
    given({ visit: [admitted, exitNotObserved({ post, guest })] })
      .when(notObserved)
      .objects('access.guest-not-inside'));

  it('objects to another guest', () =>
    given({ visit: [admitted] })
      .when({ ...notObserved, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestAdmitted({ post: elsewhere, guest, door, badge: 'T-12' })] })
      .when(notObserved)
      .objects('access.visit-at-another-post'));
});
