import { folded, nightAtKemelak, told } from '#testing';
import type { Instant } from '#kernel';
import { door, doorAt, doorLocked, doorRegistered, doorUnlocked } from './door.ts';
import type { DoorEvent } from './door.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const at = (minutes: number): Instant => nightAtKemelak + minutes * 60_000;
const when = <Event extends DoorEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: at(minutes) });

const registered = when(0, doorRegistered({ post, code: 'G-A', zone: 'Gudang A', level: 'restricted', capacity: 4 }));
const locked = when(10, doorLocked({ post, reason: 'sorting-day' }));
const unlocked = when(20, doorUnlocked({ post }));
const through = (facts: readonly DoorEvent[]) => [5, 10, 15, 20, 25].map((minutes) => doorAt(folded(door, facts), at(minutes)).status);

describe('a door', () => {
  it('stands, at each instant, as it stood then', () =>
    expect(through([registered, locked, unlocked])).toEqual(['unlocked', 'locked', 'locked', 'unlocked', 'unlocked']));

  it('stands the same when its locking is told late', () => expect(through([registered, unlocked, locked])).toEqual(through([registered, locked, unlocked])));

  it('keeps what was told before it was registered', () => expect(through([locked, unlocked, registered])).toEqual(through([registered, locked, unlocked])));

  it('is nothing to go by until it is registered', () => expect(through([locked])).toEqual(Array.from({ length: 5 }, () => 'unregistered')));

  it('stays what it was first registered as', () => {
    const again = doorRegistered({ post, code: 'G-B', zone: 'Gudang B', level: 'open', capacity: 400 });
    expect(doorAt(folded(door, [registered, again]), at(0))).toEqual({ status: 'unlocked', post, level: 'restricted', capacity: 4 });
  });

  it('belongs to its post', () => {
    expect(door.scope?.(door.initial)).toBeUndefined();
    expect(door.scope?.(folded(door, [registered]))).toEqual({ post });
  });
});
