import type { Look } from '#kernel';
import type { Watch } from '#testing';
import { arriveDispatch } from '../features/arrive-dispatch/arrive-dispatch.ts';
import { departDispatch } from '../features/depart-dispatch/depart-dispatch.ts';
import { drawFromLot } from '../features/draw-from-lot/draw-from-lot.ts';
import { loadBox } from '../features/load-box/load-box.ts';
import { planDispatch } from '../features/plan-dispatch/plan-dispatch.ts';
import { receiveBox } from '../features/receive-box/receive-box.ts';
import { returnDraw } from '../features/return-draw/return-draw.ts';
import { boxId, destination, draw, lot, minute, otherRun, run, station, village } from '../testing/boxes.ts';
import { at } from '../testing/journey.ts';
import { dispatcher, drawing, openWatch, planOf, ready, supplied } from '../testing/watch.ts';
import { boxesOnOtherRuns, boxesOnTruck, runOfBox, sealsOnOtherBoxes } from './box.looks.ts';
import { standingDraws } from './draws.projection.ts';

let watch: Watch;
const ask = async <Answer>(look: Look<Answer>): Promise<Answer> => (await watch.models.ask(look)).answer;
const load = { box: boxId(1), station, dispatch: run };

beforeAll(async () => {
  watch = await openWatch(at('07:00'));
  await supplied(watch);
  await ready(watch, 1, 'S-001', 'S-002');
  await ready(watch, 2, 'S-003');
  await ready(watch, 3, 'S-004');
  watch.clock.set(at('08:00'));
  await watch.tell(dispatcher, planDispatch, planOf(at('12:00'), boxId(1), boxId(2)));
  await watch.tell(dispatcher, planDispatch, { ...planOf(at('12:00'), boxId(3)), dispatch: otherRun });
  watch.clock.set(at('08:10'));
  await watch.tell(dispatcher, loadBox, load);
});
afterAll(() => watch.close());

describe('what decisions about boxes ask', () => {
  it('which seal numbers another box bears', async () => {
    expect(await ask(sealsOnOtherBoxes({ seals: ['S-003', 'S-001', 'S-999'], box: boxId(3) }))).toEqual(['S-001', 'S-003']);
    expect(await ask(sealsOnOtherBoxes({ seals: ['S-001'], box: boxId(1) }))).toEqual([]);
  });

  it('which run a box belongs to', async () => {
    expect(await ask(runOfBox({ box: boxId(3), except: run }))).toEqual({ dispatch: otherRun, destination });
    expect(await ask(runOfBox({ box: boxId(1), except: run }))).toBeNull();
  });

  it('which boxes other runs are to carry', async () =>
    expect(await ask(boxesOnOtherRuns({ boxes: [boxId(3), boxId(2), boxId(1)], except: otherRun }))).toEqual([boxId(1), boxId(2)]));

  it('which boxes are on a truck at an instant', async () => {
    expect(await ask(boxesOnTruck({ dispatch: run, at: at('08:10') }))).toEqual([boxId(1)]);
    expect(await ask(boxesOnTruck({ dispatch: run, at: at('08:09') }))).toEqual([]);
    expect(await ask(boxesOnTruck({ dispatch: otherRun, at: at('08:10') }))).toEqual([]);
  });

  it('which draws were made for this very box, and not wholly returned', async () => {
    const draws = [1, 2].map((number) => ({ lot, draw: draw(number) }));
    const asked = { draws, purpose: 'box', boundFor: boxId(1) } as const;
    expect(await ask(standingDraws({ ...asked, at: at('07:00') }))).toEqual([draw(1)]);
    expect(await ask(standingDraws({ ...asked, at: at('06:59') }))).toEqual([]);
    expect(await ask(standingDraws({ ...asked, purpose: 'destruction', at: at('07:00') }))).toEqual([]);
  });

  it('and still has a draw of which a part came back, until the rest does', async () => {
    const { lot: of, item, warehouse } = drawing(7, boxId(7));
    await watch.tell(dispatcher, drawFromLot, drawing(7, boxId(7)));
    const back = (quantity: number) => ({ lot: of, item, warehouse, draw: draw(7), quantity, reason: 'not-needed' }) as const;
    const standing = () => ask(standingDraws({ draws: [{ lot, draw: draw(7) }], purpose: 'box', boundFor: boxId(7), at: at('08:10') }));
    await watch.tell(dispatcher, returnDraw, back(100));
    expect(await standing()).toEqual([draw(7)]);
    await watch.tell(dispatcher, returnDraw, back(200));
    expect(await standing()).toEqual([]);
  });

  it('and no longer has a run take boxes once its truck has gone', async () => {
    watch.clock.set(at('08:30'));
    // The second signature cannot be given here: that it lacks is told with the departure.
    await watch.tell(dispatcher, departDispatch, { dispatch: run, destination, missing: [boxId(2)], seals: [] }, at('08:30'));
    expect(await ask(boxesOnOtherRuns({ boxes: [boxId(1), boxId(2)], except: otherRun }))).toEqual([]);
    expect(await ask(boxesOnTruck({ dispatch: run, at: at('08:30') }))).toEqual([boxId(1)]);
    watch.clock.set(at('09:00'));
    await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village });
    await watch.tell(dispatcher, receiveBox, { ...load, village, seals: ['S-001', 'S-002'] });
    expect(await ask(boxesOnTruck({ dispatch: run, at: at('09:00') }))).toEqual([]);
    expect(await ask(boxesOnTruck({ dispatch: run, at: at('09:00') - minute }))).toEqual([boxId(1)]);
  });
});
