import type { Watch } from '#testing';
import { contradictionNoticed } from '../domain/box-contradiction.ts';
import { dispatchArrived, dispatchDeparted } from '../domain/dispatch.ts';
import { deliveryReceived, lotDrawn } from '../domain/lot.events.ts';
import { arriveDispatch } from '../features/arrive-dispatch/arrive-dispatch.ts';
import { correctQuantity } from '../features/correct-quantity/correct-quantity.ts';
import { departDispatch } from '../features/depart-dispatch/depart-dispatch.ts';
import { drawFromLot } from '../features/draw-from-lot/draw-from-lot.ts';
import { loadBox } from '../features/load-box/load-box.ts';
import { planDispatch } from '../features/plan-dispatch/plan-dispatch.ts';
import { receiveBox } from '../features/receive-box/receive-box.ts';
import { returnDraw } from '../features/return-draw/return-draw.ts';
import { standingContradictions, type StandingKind } from '../features/standing-contradictions/standing-contradictions.ts';
import { boxId, destination, draw, kemelak, lot, person, run, station, village } from '../testing/boxes.ts';
import { at } from '../testing/journey.ts';
import { dispatcher, drawing, openWatch, planOf, ready, receiptGrace, supplied } from '../testing/watch.ts';

/* What left and did not come: on a real log, with the process that says so. */

let watch: Watch;
const ofLot = { warehouse: kemelak, lot, item: 'ballot-president' };
const correction = { ...ofLot, reason: 'counted-again', authority: 'BA-12' } as const;

/** What stands of a kind, once processes and views have done what is due. */
async function standing(what: StandingKind) {
  await watch.settle();
  await watch.models.caughtUp((await watch.events()).at(-1)?.position ?? 0n);
  const asker = { actor: { user: person(25), role: 'investigator' as const }, now: watch.clock.now() };
  const { answer } = await watch.models.find(standingContradictions, { area: '1601' }, asker);
  return (Array.isArray(answer) ? (answer as readonly { readonly what: string }[]) : []).filter((each) => each.what === what);
}
const idsOf = async (type: string): Promise<readonly string[]> => (await watch.events(type)).map(({ id }) => id);

beforeEach(async () => {
  watch = await openWatch(at('07:00'));
});
afterEach(async () => {
  expect(watch.trouble).toEqual([]);
  await watch.close();
});

describe('a truck that brings fewer boxes than it left with', () => {
  const what = 'boxes-not-received';
  const receive = (number: number, clock: string) =>
    watch.tell(dispatcher, receiveBox, { box: boxId(number), station, dispatch: run, village, seals: [`S-00${number}`] }, at(clock));

  beforeEach(async () => {
    await supplied(watch);
    for (const number of [1, 2]) await ready(watch, number, `S-00${number}`);
    await watch.tell(dispatcher, planDispatch, planOf(at('20:00'), boxId(1), boxId(2)));
    for (const number of [1, 2]) await watch.tell(dispatcher, loadBox, { box: boxId(number), station, dispatch: run });
    await watch.tell(dispatcher, departDispatch, { dispatch: run, destination, missing: [], seals: [] }, at('07:00'));
    watch.clock.set(at('09:00'));
    await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village });
    await receive(1, '09:00');
  });

  it('is noticed once there was time to take them off, until the last one is told of', async () => {
    watch.clock.set(at('09:00') + receiptGrace - 1);
    expect(await standing(what)).toEqual([]);
    watch.clock.set(at('09:00') + receiptGrace);
    const events = [...(await idsOf(dispatchDeparted.type)), ...(await idsOf(dispatchArrived.type))];
    expect(await standing(what)).toMatchObject([{ about: [run], area: destination, events }]);
    await receive(2, '09:40');
    expect(await standing(what)).toEqual([]);
  });

  it('is not noticed when all were received in time', async () => {
    await receive(2, '09:00');
    watch.clock.set(at('09:00') + receiptGrace);
    expect(await standing(what)).toEqual([]);
  });
});

describe('a delivery that is not what its waybill says', () => {
  const what = 'quantity-not-as-by-waybill';

  it('is noticed, until it is counted again', async () => {
    await supplied(watch, 9_990, 10_000);
    expect(await standing(what)).toMatchObject([{ about: [lot], area: village, events: await idsOf(deliveryReceived.type) }]);
    await watch.tell(dispatcher, correctQuantity, { ...correction, direction: 'more', quantity: 9 });
    expect(await standing(what)).toHaveLength(1);
    await watch.tell(dispatcher, correctQuantity, { ...correction, direction: 'more', quantity: 1 });
    expect(await standing(what)).toEqual([]);
  });

  it('is not noticed when it is', async () => {
    await supplied(watch);
    expect(await standing(what)).toEqual([]);
  });
});

describe('a stock that does not add up', () => {
  const what = 'stock-does-not-add-up';
  const about = ['ballot-president', kemelak].sort();

  beforeEach(async () => {
    await supplied(watch, 500);
    await watch.tell(dispatcher, drawFromLot, drawing(1, boxId(1)));
    watch.clock.set(at('09:00'));
    await watch.tell(dispatcher, drawFromLot, drawing(2, boxId(2)), at('08:00'));
  });

  it('is noticed with the fact it began with, once, also across a restart', async () => {
    const [, second] = await idsOf(lotDrawn.type);
    expect(await standing(what)).toMatchObject([{ about, area: village, at: '2024-02-12T08:00:00.000+07:00', events: [second] }]);
    await watch.restart();
    await watch.tell(dispatcher, drawFromLot, drawing(3, boxId(3)), at('08:30'));
    expect(await standing(what)).toHaveLength(1);
    expect((await watch.events(contradictionNoticed.type)).filter(({ data }) => 'what' in data && data.what === what)).toHaveLength(1);
  });

  it('is settled when a fact that is told later makes it fit, and stands again when another undoes that', async () => {
    expect(await standing(what)).toHaveLength(1);
    await watch.tell(dispatcher, returnDraw, { ...ofLot, draw: draw(2), quantity: 100, reason: 'not-needed' }, at('08:10'));
    expect(await standing(what)).toEqual([]);
    await watch.tell(dispatcher, correctQuantity, { ...correction, direction: 'less', quantity: 1 }, at('08:20'));
    const less = (await watch.events()).at(-1)?.id;
    expect(await standing(what)).toMatchObject([{ about, events: [less] }]);
  });

  it('is not noticed where everything fits', async () => {
    await watch.tell(dispatcher, returnDraw, { ...ofLot, draw: draw(2), quantity: 300, reason: 'not-needed' }, at('08:10'));
    expect(await standing(what)).toEqual([]);
  });
});
