import { nightAtKemelak, specFor, told } from '#testing';
import { doorRegistered } from '../../domain/door.ts';
import { doorEntered, doorLeft, guestAdmitted, guestLeft } from '../../domain/visit.events.ts';
import { leaveDoor } from './leave-door.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const gate = '018c2207-0000-7000-8000-0000000000d1';
const door = '018c2207-0000-7000-8000-0000000000d2';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const minute = 60_000;

const inner = doorRegistered({ post, code: 'G-B', zone: 'Gudang B', level: 'restricted', capacity: 4 });
const admitted = guestAdmitted({ post, guest, door: gate, badge: 'T-12' });
const entered = doorEntered({ post, guest, door });
const left = doorLeft({ post, guest, door });
const leave = { visit, post, guest, door };

const { given } = specFor(leaveDoor);

describe('leave-door', () => {
  it('lets a guest come out', () =>
    given({ visit: [admitted, entered], door: [inner] })
      .when(leave)
      .then(left));

  it('objects to a guest who never went in', () =>
    given({ visit: [admitted], door: [inner] })
      .when(leave)
      .objects('access.guest-not-behind-door'));

  it('objects to a guest who came out already', () =>
    given({ visit: [admitted, entered, left], door: [inner] })
      .when(leave)
      .objects('access.guest-not-behind-door'));

  it('objects to a guest who left the post', () =>
    given({ visit: [admitted, entered, guestLeft({ post, guest })], door: [inner] })
      .when(leave)
      .objects('access.guest-not-behind-door'));

  it('objects to a guest who went in only later', () =>
    given({ visit: [admitted, told(entered, { effectiveAt: nightAtKemelak + minute })], door: [inner] })
      .when(leave)
      .objects('access.guest-not-behind-door'));

  it('objects to a door nobody registered', () =>
    given({ visit: [admitted, entered] })
      .when(leave)
      .objects('access.door-not-registered'));

  it('objects to a door of another post', () =>
    given({ visit: [admitted, entered], door: [doorRegistered({ post: elsewhere, code: 'G-B', zone: 'Gudang B', level: 'restricted', capacity: 4 })] })
      .when(leave)
      .objects('access.door-of-another-post'));

  it('objects to another guest', () =>
    given({ visit: [admitted, entered], door: [inner] })
      .when({ ...leave, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestAdmitted({ post: elsewhere, guest, door: gate, badge: 'T-12' }), entered], door: [inner] })
      .when(leave)
      .objects('access.visit-at-another-post'));
});
