import fc from 'fast-check';
import { nightAtKemelak } from '#testing';
import { sayings, written } from '../../testing/dispatchers.ts';
import type { Kept } from '../../testing/dispatchers.ts';
import { projected } from '../../testing/history.ts';
import { driver, warehouse } from '../../testing/lots.ts';
import { countedAt, type Counted } from '../../testing/places.ts';
import { places as everyPlace } from '../../views/terms.ts';
import { stockEquation } from './stock-equation.ts';

/* The equation over whatever two dispatchers say, beside a count of the facts by other means. */

const minute = 60_000;
const recordedAt = (index: number): number => nightAtKemelak + (30 + index) * minute;
const circumstances = { actor: { user: driver, role: 'investigator' as const }, now: nightAtKemelak + 600 * minute };

const told = (kept: readonly Kept[]) =>
  projected(...kept.map(({ stream, fact, effectiveAt, contradicts }, index) => ({ stream, fact, effectiveAt, recordedAt: recordedAt(index), contradicts })));

/** The terms of the right side, in which no place holds less than nothing, and by how much places are short. */
function expected({ places, received, corrected }: Counted): object {
  const terms: Record<string, number> = { received, corrected, ...Object.fromEntries(everyPlace.map((place) => [place, 0])) };
  let short = 0;
  for (const [place, quantity] of places) {
    const [term = ''] = place.split(' ');
    terms[term] = (terms[term] ?? 0) + Math.max(0, quantity);
    short += Math.max(0, -quantity);
  }
  return { terms, difference: 0 - short, short };
}

describe('the stock equation', () => {
  it('holds at every instant and by all that was known then, or an alarm stands and says by how much', () =>
    fc.assert(
      fc.asyncProperty(sayings(['asked', 'testified']), fc.nat({ max: 21 }), fc.nat({ max: 40 }), async (said, until, known) => {
        const kept = written(said);
        const [at, knownAt] = [nightAtKemelak + until * minute, recordedAt(known)];
        const [equation] = await told(kept).find(stockEquation, { warehouse, at, knownAt }, circumstances);
        const found = equation && {
          terms: Object.fromEntries([...equation.cameIn, ...equation.isIn].map(({ term, quantity }) => [term, quantity])),
          difference: equation.difference,
          short: equation.alarms.reduce((sum, { short }) => sum + short, 0),
        };
        const nothing = expected({ places: new Map(), received: 0, corrected: 0 });
        expect(found ?? nothing).toEqual(expected(countedAt(kept.slice(0, known + 1), at)));
        for (const { events } of equation?.alarms ?? []) expect(events.length).toBeGreaterThan(0);
      }),
      { numRuns: 60, endOnFailure: true },
    ));
});
