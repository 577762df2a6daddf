import fc from 'fast-check';
import { sql } from 'kysely';
import { folded, nightAtKemelak, sealed, told } from '#testing';
import { boxAt, box } from '../domain/box.ts';
import { boxLoaded, boxLossReported, boxReturned } from '../domain/box.events.ts';
import type { BoxEvent } from '../domain/box.events.ts';
import { boxId, handed, loaded, minute, otherRun, packed, received, station, village } from '../testing/boxes.ts';
import { journey } from '../testing/journey.ts';

/* Whatever is told of a box, in whatever order: the table of places says what the box's own stream says, at every instant, as it was known at every other. */

const facts: readonly BoxEvent[] = [
  packed,
  loaded,
  boxLoaded({ station, dispatch: otherRun }),
  received,
  handed,
  boxReturned({ station, village }),
  boxLossReported({ station, circumstances: sealed('Tidak ditemukan.') }),
];
const minutes = Array.from({ length: 12 }, (_, index) => index);
const at = (minutesLater: number): number => nightAtKemelak + minutesLater * minute;
/** When the log learns of what is told as the index-th: after everything has happened. */
const recordedAt = (index: number): number => at(100 + index);

const tellings = fc.array(fc.record({ fact: fc.constantFrom(...facts), happened: fc.constantFrom(...minutes) }), { minLength: 1, maxLength: 10 });

it('agrees with the stream', () =>
  fc.assert(
    fc.asyncProperty(tellings, async (said) => {
      const projected = journey(
        ...said.map(({ fact, happened }, index) => ({ stream: `box-${boxId(1)}`, fact, effectiveAt: at(happened), recordedAt: recordedAt(index) })),
      );
      const known = said.map((_, index) => index);
      const rows = await projected.ask(
        sql<{ instant: number; told: number; place: string | null; dispatch: string | null }>`
          select i.value as instant, k.key as told, p.place, iif(p.place = 'on-truck', p.dispatch, null) as dispatch
          from json_each(${JSON.stringify(minutes.map(at))}) i cross join json_each(${JSON.stringify(known.map(recordedAt))}) k
            left join box_place p on p.subject = ${boxId(1)} and p.effective_from <= i.value and p.effective_to > i.value and p.known_from <= k.value and p.known_to > k.value
          order by told, instant`,
      );
      const expected = known.flatMap((index) => {
        const standing = folded(
          box,
          said.slice(0, index + 1).map(({ fact, happened }) => told(fact, { effectiveAt: at(happened) })),
        );
        return minutes.map((instant) => {
          const { place } = boxAt(standing, at(instant));
          return {
            instant: at(instant),
            told: index,
            place: place.status === 'unpacked' ? null : place.status,
            dispatch: place.status === 'on-truck' ? place.dispatch : null,
          };
        });
      });
      expect(rows).toEqual(expected);
    }),
    { numRuns: 40 },
  ));
