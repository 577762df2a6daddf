import fc from 'fast-check';
import { sealed } from '#testing';
import { boxLoaded, boxLossReported, boxReturned } from '../../domain/box.events.ts';
import type { BoxEvent } from '../../domain/box.events.ts';
import { boxId, farStation, handed, kemelak, loaded, minute, otherRun, packed, person, received, station, village, zone } from '../../testing/boxes.ts';
import { Believer, placeOf } from '../../testing/epcis.ts';
import { at, journey } from '../../testing/journey.ts';
import { boxWhereabouts } from '../box-whereabouts/box-whereabouts.ts';
import { exportEpcis } from './export-epcis.ts';
import { Identifiers } from './identifiers.ts';

/* Whatever is told of a box, in whatever order: whoever only reads the export knows where it is as Saksi does, at every instant, as it was known at every other. */

const facts: readonly BoxEvent[] = [
  packed,
  loaded,
  boxLoaded({ station, dispatch: otherRun }),
  received,
  handed,
  boxReturned({ station, village }),
  boxReturned({ station, village, warehouse: kemelak, zone }),
  boxLossReported({ station, circumstances: sealed('Tidak ditemukan.') }),
];
const happened = (index: number): number => at('08:00') + index * minute;
const recorded = (index: number): number => at('12:00') + index * minute;
const ids = new Identifiers();

const tellings = fc.array(fc.record({ fact: fc.constantFrom(...facts), minutes: fc.nat({ max: 8 }) }), { minLength: 1, maxLength: 8 });

it('is where Saksi says it is', () =>
  fc.assert(
    fc.asyncProperty(tellings, fc.nat({ max: 9 }), fc.nat({ max: 8 }), async (said, instant, told) => {
      const projected = journey(
        ...said.map(({ fact, minutes }, index) => ({ stream: `box-${boxId(1)}`, fact, effectiveAt: happened(minutes), recordedAt: recorded(index) })),
      );
      const circumstances = { actor: { user: person(1), role: 'investigator' as const }, now: at('23:00') };
      const as = { knownAt: recorded(told) };
      const events = await projected.find(exportEpcis, { from: 0, to: happened(instant) + 1, ...as }, circumstances);
      const [found] = await projected.find(boxWhereabouts, { area: farStation.slice(0, 4), box: boxId(1), at: happened(instant), ...as }, circumstances);
      expect(new Believer().read(events).where(ids.box(boxId(1)))).toBe(found && placeOf(found, ids));
    }),
    { numRuns: 30 },
  ));
