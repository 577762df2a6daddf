import type { Watch } from '#testing';
import { lotFormed, lotSplit } from '../domain/lot.events.ts';
import { drawFromLot } from '../features/draw-from-lot/draw-from-lot.ts';
import { splitLot } from '../features/split-lot/split-lot.ts';
import { stock } from '../features/stock/stock.ts';
import { stockEquation } from '../features/stock-equation/stock-equation.ts';
import { boxId, draw, kemelak, lot, person, zone } from '../testing/boxes.ts';
import { at } from '../testing/journey.ts';
import { dispatcher, drawing, openWatch, supplied } from '../testing/watch.ts';

/* A part of a lot becomes a lot: on a real log, with the process that makes it one. */

let watch: Watch;
const part = draw(77);
const asker = { actor: { user: person(25), role: 'investigator' as const }, now: at('23:00') };
const split = { warehouse: kemelak, lot, item: 'ballot-president', into: part, quantity: 300, zone };

beforeEach(async () => {
  watch = await openWatch(at('07:00'));
  await supplied(watch, 500);
  watch.clock.set(at('09:00'));
});
afterEach(async () => {
  expect(watch.trouble).toEqual([]);
  await watch.close();
});

async function told<Found>(find: () => Promise<Found>): Promise<Found> {
  await watch.models.caughtUp((await watch.events()).at(-1)?.position ?? 0n);
  return find();
}

it('is a lot of its own, once, from the instant at which it was put apart', async () => {
  await watch.tell(dispatcher, splitLot, split, at('08:00'));
  await watch.settle();
  await watch.restart();
  await watch.settle();
  const [apart] = await watch.events(lotSplit.type);
  expect(await watch.events(lotFormed.type)).toMatchObject([
    { stream: `lot-${part}`, data: { from: lot, split: apart?.id, quantity: 300 }, metadata: { effectiveAt: at('08:00'), causationId: apart?.id } },
  ]);
  await watch.tell(dispatcher, drawFromLot, { ...drawing(1, boxId(1)), lot: part }, at('08:30'));
  expect((await watch.events()).at(-1)?.metadata.contradicts).toBeUndefined();
  expect((await told(() => watch.models.find(stock, { warehouse: kemelak }, asker))).answer).toMatchObject([
    { lot, quantity: 200, zone },
    { lot: part, quantity: 0, zone, short: false },
  ]);
});

it('is in the equation at once, whatever follows', async () => {
  await watch.tell(dispatcher, splitLot, split);
  const { answer } = await told(() => watch.models.find(stockEquation, { warehouse: kemelak }, asker));
  expect(answer).toMatchObject([{ difference: 0, alarms: [] }]);
});
