import { sealed, specFor } from '#testing';
import { doorLocked, doorRegistered } from '../../domain/door.ts';
import { guestAdmitted, guestReported } from '../../domain/visit.ts';
import { admitGuest } from './admit-guest.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const door = '018c2207-0000-7000-8000-0000000000d1';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';

const reported = guestReported({ post, guest, name: sealed('Tamu Satu'), purpose: sealed('antar segel') });
const restricted = doorRegistered({ post, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 });
const admit = { visit, post, door, badge: 'T-12' };

const { given } = specFor(admitGuest);

describe('admit-guest', () => {
  it('lets a reported guest through', () =>
    given({ visit: [reported], door: [restricted], inside: 3, carriers: [] }).when(admit).then(guestAdmitted({ post, door, badge: 'T-12' })));

  it('objects to a guest who never reported', () => given({ visit: [], door: [restricted], inside: 0, carriers: [] }).when(admit).objects('access.guest-not-waiting'));

  it('objects to a locked door', () =>
    given({ visit: [reported], door: [restricted, doorLocked({ reason: 'sorting-day' })], inside: 0, carriers: [] }).when(admit).objects('access.door-not-open'));

  it('objects to a door of another post', () =>
    given({ visit: [reported], door: [doorRegistered({ post: elsewhere, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 })], inside: 0, carriers: [] })
      .when(admit)
      .objects('access.door-of-another-post'));

  it('objects to a full room', () => given({ visit: [reported], door: [restricted], inside: 4, carriers: [] }).when(admit).objects('access.door-full'));

  it('objects to a badge that another guest carries', () =>
    given({ visit: [reported], door: [restricted], inside: 0, carriers: ['018c2207-0000-7000-8000-0000000000a2'] }).when(admit).objects('access.badge-in-use'));

  it('objects to a lone person at a two-person door', () =>
    given({ visit: [reported], door: [doorRegistered({ post, code: 'B-1', zone: 'Brankas', level: 'two-person', capacity: 4 })], inside: 0, carriers: [] })
      .when(admit)
      .objects('access.second-person-needed'));
});
