import { nightAtKemelak, specFor, told } from '#testing';
import { doorLocked, doorRegistered, doorUnlocked } from '../../domain/door.ts';
import { lockDoor } from './lock-door.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const registered = doorRegistered({ post, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 });
const locked = doorLocked({ post, reason: 'night' });
const lock = { door, post, reason: 'sorting-day' } as const;
const minute = 60_000;

const { given } = specFor(lockDoor);

describe('lock-door', () => {
  it('locks a door', () =>
    given({ door: [registered] })
      .when(lock)
      .then(doorLocked({ post, reason: 'sorting-day' })));

  it('locks a door that was opened again', () =>
    given({ door: [registered, locked, doorUnlocked({ post })] })
      .when(lock)
      .then(doorLocked({ post, reason: 'sorting-day' })));

  it('looks at the door as it stood then: that it was locked later is no objection', () =>
    given({ door: [registered, told(locked, { effectiveAt: nightAtKemelak + minute })] })
      .when(lock)
      .then(doorLocked({ post, reason: 'sorting-day' })));

  it('objects to a door that is locked already', () =>
    given({ door: [registered, locked] })
      .when(lock)
      .objects('access.door-already-locked'));

  it('objects to a door nobody registered', () => given({}).when(lock).objects('access.door-not-registered'));

  it('objects to a door of another post', () =>
    given({ door: [doorRegistered({ post: elsewhere, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 })] })
      .when(lock)
      .objects('access.door-of-another-post'));
});
