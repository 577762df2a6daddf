import { nightAtKemelak, someUser, specFor } from '#testing';
import { doorLocked, doorRegistered } from '../../domain/door.ts';
import { doorEntered, entryRefused, exitNotObserved, guestAdmitted } from '../../domain/visit.events.ts';
import { enterDoor } from './enter-door.ts';

const visit = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const gate = '018c2207-0000-7000-8000-0000000000d1';
const door = '018c2207-0000-7000-8000-0000000000d2';
const guest = '018c2207-0000-7000-8000-0000000000e1';
const stranger = '018c2207-0000-7000-8000-0000000000e2';
const second = '018c2207-0000-7000-8000-0000000000f2';

const inner = doorRegistered({ post, code: 'G-B', zone: 'Gudang B', level: 'restricted', capacity: 2 });
const vault = doorRegistered({ post, code: 'B-1', zone: 'Brankas', level: 'two-person', capacity: 2 });
const locked = doorLocked({ post, reason: 'night' });
const admitted = guestAdmitted({ post, guest, door: gate, badge: 'T-12' });
const enter = { visit, post, guest, door };

const { given } = specFor(enterDoor);

describe('enter-door', () => {
  it('lets a guest who is inside pass', () =>
    given({ visit: [admitted], door: [inner], inside: 1 })
      .when(enter)
      .then(doorEntered({ post, guest, door })));

  it('lets a guest pass a two-person door when both consent', () =>
    given({ visit: [admitted], door: [vault], inside: 0 })
      .when({ ...enter, secondPerson: { user: second, pin: '240214' } })
      .then(doorEntered({ post, guest, door, confirmedBy: second, confirmedThrough: 'pin' })));

  describe('keeps the attempt as evidence when', () => {
    it('the door is locked', () =>
      given({ visit: [admitted], door: [inner, locked], inside: 0 })
        .when(enter)
        .then(entryRefused({ post, guest, door, barriers: ['door-locked'] })));

    it('the room is full', () =>
      given({ visit: [admitted], door: [inner], inside: 2 })
        .when(enter)
        .then(entryRefused({ post, guest, door, barriers: ['door-full'] })));

    it('nobody confirms at a two-person door', () =>
      given({ visit: [admitted], door: [vault], inside: 0 })
        .when(enter)
        .then(entryRefused({ post, guest, door, barriers: ['second-person-needed'] })));

    it('everything stands in the way at once', () =>
      given({ visit: [admitted], door: [vault, locked], inside: 2 })
        .when(enter)
        .then(entryRefused({ post, guest, door, barriers: ['door-locked', 'door-full', 'second-person-needed'] })));
  });

  describe('objects to having passed', () => {
    const passed = { ...enter, passed: true };

    it('a locked door', () =>
      given({ visit: [admitted], door: [inner, locked], inside: 0 })
        .when(passed)
        .objects('access.door-not-open'));

    it('into a full room', () =>
      given({ visit: [admitted], door: [inner], inside: 2 })
        .when(passed)
        .objects('access.door-full'));

    it('a two-person door alone', () =>
      given({ visit: [admitted], door: [vault], inside: 0 })
        .when(passed)
        .objects('access.second-person-needed'));

    it('but not an open door', () =>
      given({ visit: [admitted], door: [inner], inside: 0 })
        .when(passed)
        .then(doorEntered({ post, guest, door })));
  });

  it('records a passage that was told against a locked door as a passage, not as a refusal', () => {
    const circumstances = { commandId: visit, actor: { user: someUser, role: 'guard' }, effectiveAt: nightAtKemelak, recordedAt: nightAtKemelak } as const;
    const lockedDoor = { registered: { post, level: 'restricted', capacity: 2 }, locks: [{ at: nightAtKemelak, status: 'locked' }] } as const;
    const known = { visit: { moves: [], innerMoves: [], corrected: {}, overridden: [], overdueNoticed: [] }, door: lockedDoor, inside: 0 };
    expect(enterDoor.record({ ...enter, passed: true }, known, circumstances)).toEqual([doorEntered({ post, guest, door })]);
  });

  it('objects to a guest who was not admitted', () =>
    given({ door: [inner], inside: 0 })
      .when(enter)
      .objects('access.guest-not-inside'));

  it('objects to a guest who is not there any more', () =>
    given({ visit: [admitted, exitNotObserved({ post, guest })], door: [inner], inside: 0 })
      .when(enter)
      .objects('access.guest-not-inside'));

  it('objects to a door nobody registered', () =>
    given({ visit: [admitted], inside: 0 })
      .when(enter)
      .objects('access.door-not-registered'));

  it('objects to a door of another post', () =>
    given({ visit: [admitted], door: [doorRegistered({ post: elsewhere, code: 'G-B', zone: 'Gudang B', level: 'restricted', capacity: 2 })], inside: 0 })
      .when(enter)
      .objects('access.door-of-another-post'));

  it('objects to another guest', () =>
    given({ visit: [admitted], door: [inner], inside: 0 })
      .when({ ...enter, guest: stranger })
      .objects('access.visit-of-another-guest'));

  it('objects to a visit at another post', () =>
    given({ visit: [guestAdmitted({ post: elsewhere, guest, door: gate, badge: 'T-12' })], door: [inner], inside: 0 })
      .when(enter)
      .objects('access.visit-at-another-post'));
});
