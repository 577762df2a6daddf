import { nightAtKemelak, specFor, told } from '#testing';
import { doorLocked, doorRegistered, doorUnlocked } from '../../domain/door.ts';
import { unlockDoor } from './unlock-door.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const door = '018c2207-0000-7000-8000-0000000000d1';
const registered = doorRegistered({ post, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 });
const locked = doorLocked({ post, reason: 'night' });
const unlock = { door, post };
const minute = 60_000;

const { given } = specFor(unlockDoor);

describe('unlock-door', () => {
  it('opens a locked door again', () =>
    given({ door: [registered, locked] })
      .when(unlock)
      .then(doorUnlocked({ post })));

  it('objects to a door that is not locked', () =>
    given({ door: [registered] })
      .when(unlock)
      .objects('access.door-already-unlocked'));

  it('objects to a door that was locked only later', () =>
    given({ door: [registered, told(locked, { effectiveAt: nightAtKemelak + minute })] })
      .when(unlock)
      .objects('access.door-already-unlocked'));

  it('objects to a door nobody registered', () => given({}).when(unlock).objects('access.door-not-registered'));

  it('objects to a door of another post', () =>
    given({
      door: [
        doorRegistered({ post: elsewhere, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 }),
        doorLocked({ post: elsewhere, reason: 'night' }),
      ],
    })
      .when(unlock)
      .objects('access.door-of-another-post'));
});
