import fc from 'fast-check';
import { eventId } from '#kernel';
import type { CommandSlice, Fact, Instant, StreamRef } from '#kernel';
import { decide, nightAtKemelak, told } from '#testing';
import { correctQuantity } from '../features/correct-quantity/correct-quantity.ts';
import { drawFromLot } from '../features/draw-from-lot/draw-from-lot.ts';
import { inspectLot } from '../features/inspect-lot/inspect-lot.ts';
import { receiveDelivery } from '../features/receive-delivery/receive-delivery.ts';
import { reportDamage } from '../features/report-damage/report-damage.ts';
import { reportLoss } from '../features/report-loss/report-loss.ts';
import { returnDraw } from '../features/return-draw/return-draw.ts';
import { splitLot } from '../features/split-lot/split-lot.ts';
import { lotFormed, type LotEvent } from '../domain/lot.events.ts';
import { box, draw, driver, item, supervisor, theWarehouse, warehouse, zone } from './lots.ts';

/* Two dispatchers at work, one of them forgetful: whatever they say, in whatever order it arrives. */

type Voice = 'asked' | 'testified';

/** One of them says something, of one minute of the day. */
export interface Saying {
  readonly slice: CommandSlice;
  readonly asked: { readonly lot: string };
  readonly minute: number;
  readonly voice: Voice;
}

/** What the log keeps of it. */
export interface Kept {
  readonly stream: string;
  readonly fact: LotEvent;
  readonly effectiveAt: Instant;
  readonly contradicts: readonly string[];
}

const minute = 60_000;
const lots = [1, 2].map((number) => `018c2207-0000-7000-8000-c${String(number).padStart(11, '0')}`);
export const streamsOfLots = lots.map((lot) => `lot-${lot}`);

const quantity = fc.integer({ min: 1, max: 60 });
const ofLot = fc.constantFrom(...lots).map((lot) => ({ warehouse, lot, item }));
const someDraw = fc.integer({ min: 1, max: 4 }).map(draw);
const saying = <C extends object>(slice: CommandSlice<C>, more: fc.Arbitrary<object>, voices: readonly Voice[]): fc.Arbitrary<Saying> =>
  fc.record({
    slice: fc.constant(slice),
    asked: fc.tuple(ofLot, more).map(([of, said]) => ({ ...of, ...said })),
    minute: fc.integer({ min: 0, max: 20 }),
    voice: fc.constantFrom(...voices),
  });

const person = { carrier: driver, carrierName: { value: 'Sopir' }, witness: supervisor, witnessName: { value: 'Saksi' } };

/** What they say in a day, in the order in which it arrives. */
export const sayings = (voices: readonly Voice[]): fc.Arbitrary<readonly Saying[]> =>
  fc.array(
    fc.oneof(
      saying(
        receiveDelivery,
        fc.record({ quantity, zone: fc.constant(zone), waybill: fc.constant('SJ-1'), seals: fc.constant([]) }).map((said) => ({ ...said, ...person })),
        voices,
      ),
      saying(drawFromLot, fc.record({ draw: someDraw, quantity, purpose: fc.constantFrom('box', 'destruction'), boundFor: fc.constant(box(1)) }), voices),
      saying(
        drawFromLot,
        fc.record({
          draw: someDraw,
          quantity,
          condition: fc.constant('damaged'),
          purpose: fc.constant('destruction'),
          boundFor: fc.constant(box(1)),
        }),
        voices,
      ),
      saying(returnDraw, fc.record({ draw: someDraw, quantity, reason: fc.constant('not-needed') }), voices),
      saying(
        inspectLot,
        fc.record({ good: fc.nat({ max: 20 }), damaged: fc.array(fc.record({ cause: fc.constant('rain'), quantity }), { maxLength: 2 }) }),
        voices,
      ),
      saying(reportDamage, fc.record({ cause: fc.constant('pest'), quantity }), voices),
      saying(splitLot, fc.record({ into: fc.constantFrom(...lots), quantity, zone: fc.constant(zone) }), voices),
      saying(reportLoss, fc.record({ quantity }), voices),
      saying(
        correctQuantity,
        fc.record({ direction: fc.constantFrom('more', 'less'), quantity, reason: fc.constant('counted-again'), authority: fc.constant('BA-1') }),
        voices,
      ),
    ),
    { maxLength: 40 },
  );

/** What is written of it all, each decided on what had been written before. */
export function written(said: readonly Saying[]): readonly Kept[] {
  const streams = new Map<string, readonly Fact[]>([[`warehouse-${warehouse}`, theWarehouse.map((fact) => told(fact, { effectiveAt: nightAtKemelak }))]]);
  const kept: Kept[] = [];
  for (const { slice, asked, minute: when, voice } of said) {
    const effectiveAt = nightAtKemelak + when * minute;
    const outcome = decide({ slice, streams, looks: {}, asked, setting: { effectiveAt } }, voice);
    const ref = Object.values(slice.writes)[0]?.(asked) as StreamRef<unknown, Fact>;
    const stream = ref.name;
    if ('refused' in outcome) continue;
    streams.set(stream, [...(streams.get(stream) ?? []), ...outcome.written.map((fact) => told(fact, { effectiveAt }))]);
    for (const fact of outcome.written) {
      const written = fact as LotEvent;
      kept.push({ stream, fact: written, effectiveAt, contradicts: outcome.contradicts });
      if (written.type !== 'logistics.lot-split.v1') continue;
      // As the process does that follows splits.
      const { into, ...part } = written.data;
      const formed = lotFormed({ ...part, from: asked.lot, split: eventId(into, kept.length) });
      streams.set(`lot-${into}`, [...(streams.get(`lot-${into}`) ?? []), told(formed, { effectiveAt })]);
      kept.push({ stream: `lot-${into}`, fact: formed, effectiveAt, contradicts: [] });
    }
  }
  return kept;
}
