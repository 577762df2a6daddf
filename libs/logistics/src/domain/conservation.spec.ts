import fc from 'fast-check';
import { nightAtKemelak } from '#testing';
import { sayings, written } from '../testing/dispatchers.ts';
import type { Kept } from '../testing/dispatchers.ts';
import { countedAt } from '../testing/places.ts';

/* Whatever is said, in whatever order: nothing is taken that is not there, or the log says that it cannot be. */

const instants = Array.from({ length: 21 }, (_, minute) => nightAtKemelak + minute * 60_000);
const shortPlaces = (kept: readonly Kept[]): readonly string[] =>
  instants.flatMap((at) => [...countedAt(kept, at).places].flatMap(([place, quantity]) => (quantity < 0 ? [place] : [])));

describe('what dispatchers say', () => {
  it('never takes more than there is, when the log is asked', () =>
    fc.assert(
      fc.property(sayings(['asked']), (said) => expect(shortPlaces(written(said))).toEqual([])),
      { numRuns: 300 },
    ));

  it('takes more than there is only where a fact that was kept contradicts', () =>
    fc.assert(
      fc.property(sayings(['asked', 'testified']), (said) => {
        const kept = written(said);
        const doubted = kept.filter(({ contradicts }) => contradicts.length > 0).map(({ stream }) => stream);
        for (const place of shortPlaces(kept)) expect(doubted).toContain(place.split(' ')[1]);
      }),
      { numRuns: 300 },
    ));

  it('is, once it is kept, always somewhere: what came in is the sum of all places', () =>
    fc.assert(
      fc.property(sayings(['asked', 'testified']), fc.constantFrom(...instants), (said, at) => {
        const { places, received, corrected } = countedAt(written(said), at);
        expect([...places.values()].reduce((sum, quantity) => sum + quantity, 0)).toBe(received + corrected);
      }),
      { numRuns: 300 },
    ));
});
