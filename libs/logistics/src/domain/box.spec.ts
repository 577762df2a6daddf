import { folded, nightAtKemelak, told } from '#testing';
import type { Instant } from '#kernel';
import { broken, handed, loaded, minute, otherRun, packed, received, run, sealedWith, station, village } from '../testing/boxes.ts';
import { box, boxAt } from './box.ts';
import { boxLoaded } from './box.events.ts';
import type { BoxEvent } from './box.events.ts';

const at = (minutes: number): Instant => nightAtKemelak + minutes * minute;
const when = <Event extends BoxEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: at(minutes) });

const journey = [when(0, packed), when(5, sealedWith('S-001', 'S-002')), when(10, loaded), when(60, received), when(90, handed)];
const places = (facts: readonly BoxEvent[]) => [-1, 0, 10, 60, 90].map((minutes) => boxAt(folded(box, facts), at(minutes)).place);

describe('a box', () => {
  it('is, at each instant, where it was then', () =>
    expect(places(journey)).toMatchObject([
      { status: 'unpacked' },
      { status: 'in-warehouse' },
      { status: 'on-truck', dispatch: run },
      { status: 'at-office', village },
      { status: 'at-station' },
    ]));

  it('is there also when everything is told in the opposite order', () => expect(places(journey.toReversed())).toEqual(places(journey)));

  it('is where the later of two contradicting facts has it', () => {
    const twice = folded(box, [...journey, when(20, boxLoaded({ station, dispatch: otherRun }))]);
    expect([15, 20, 60].map((minutes) => boxAt(twice, at(minutes)).place)).toMatchObject([{ dispatch: run }, { dispatch: otherRun }, { status: 'at-office' }]);
  });

  it('bears the seals that were put on and not broken', () => {
    const sealedTwice = folded(box, [...journey, when(30, broken('S-001')), when(40, sealedWith('S-003'))]);
    expect([0, 5, 30, 40].map((minutes) => boxAt(sealedTwice, at(minutes)))).toMatchObject([
      { seals: [], isSealed: false },
      { seals: ['S-001', 'S-002'], isSealed: true },
      { seals: ['S-002'], isSealed: false },
      { seals: ['S-002', 'S-003'], isSealed: true },
    ]);
  });

  it('belongs to its station', () => {
    expect(box.scope?.(box.initial)).toBeUndefined();
    expect(box.scope?.(folded(box, [when(0, handed)]))).toEqual({ station });
  });
});
