import type { Watch } from '#testing';
import { contradictionNoticed, contradictionSettled } from '../domain/box-contradiction.ts';
import { boxLoaded, boxReceived, boxSealed, sealMismatchFound } from '../domain/box.events.ts';
import { dispatchOverdueNoticed, dispatchPlanned } from '../domain/dispatch.ts';
import { arriveDispatch } from '../features/arrive-dispatch/arrive-dispatch.ts';
import { breakSeal } from '../features/break-seal/break-seal.ts';
import { departDispatch } from '../features/depart-dispatch/depart-dispatch.ts';
import { loadBox } from '../features/load-box/load-box.ts';
import { planDispatch } from '../features/plan-dispatch/plan-dispatch.ts';
import { receiveBox } from '../features/receive-box/receive-box.ts';
import { reportDelay } from '../features/report-delay/report-delay.ts';
import { returnBox } from '../features/return-box/return-box.ts';
import { sealBox } from '../features/seal-box/seal-box.ts';
import { boxId, destination, kemelak, otherRun, person, run, station, village, zone } from '../testing/boxes.ts';
import { at } from '../testing/journey.ts';
import { dispatcher, openWatch, planOf, ready, supplied } from '../testing/watch.ts';

let watch: Watch;
const load = (dispatch: string) => ({ box: boxId(1), station, dispatch, loaded: true });
/** Told without a second signature, which cannot be given here: so it is testimony. */
const depart = (dispatch: string, missing: string[], clock: string) => watch.tell(dispatcher, departDispatch, { dispatch, destination, missing }, at(clock));

/** What was noticed, or settled, of a kind. */
const said = async (type: string, what: string) =>
  (await watch.events(type)).filter(({ data }) => 'what' in data && data.what === what).map(({ data }) => data as { about: string[]; events?: string[] });

async function idsOf(type: string): Promise<readonly string[]> {
  return (await watch.events(type)).map(({ id }) => id);
}

beforeEach(async () => {
  watch = await openWatch(at('07:00'));
  await supplied(watch);
  await ready(watch, 1, 'S-001', 'S-002');
});
afterEach(async () => {
  expect(watch.trouble).toEqual([]);
  await watch.close();
});

describe('a run past its time', () => {
  it('is noticed once for each time it was given, also across a restart', async () => {
    await watch.tell(dispatcher, planDispatch, planOf(at('10:00'), boxId(1)));
    await depart(run, [boxId(1)], '07:00');
    await watch.settle();
    expect(await watch.events(dispatchOverdueNoticed.type)).toEqual([]);

    watch.clock.set(at('10:01'));
    await watch.settle();
    await watch.restart();
    await watch.settle();
    expect(await watch.events(dispatchOverdueNoticed.type)).toMatchObject([
      { stream: `dispatch-${run}`, data: { due: at('10:00') }, metadata: { actor: { role: 'process:notice-overdue-dispatches' } } },
    ]);

    await watch.tell(dispatcher, reportDelay, { dispatch: run, destination, reason: 'flood', due: at('11:00') });
    watch.clock.set(at('11:01'));
    await watch.settle();
    expect((await watch.events(dispatchOverdueNoticed.type)).map(({ data }) => data)).toMatchObject([{ due: at('10:00') }, { due: at('11:00') }]);
  });

  it('is not noticed when it has arrived', async () => {
    await watch.tell(dispatcher, planDispatch, planOf(at('10:00'), boxId(1)));
    await depart(run, [boxId(1)], '07:00');
    watch.clock.set(at('09:00'));
    await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village });
    watch.clock.set(at('10:01'));
    await watch.settle();
    expect(await watch.events(dispatchOverdueNoticed.type)).toEqual([]);
  });
});

describe('a box on two trucks', () => {
  it('is noticed with both events, and settled when it is told that it came off in between', async () => {
    await watch.tell(dispatcher, planDispatch, planOf(at('20:00'), boxId(1)));
    await watch.tell(dispatcher, loadBox, load(run));
    watch.clock.set(at('12:00'));
    await watch.tell(dispatcher, loadBox, load(otherRun), at('08:00'));
    await watch.settle();
    const what = 'box-on-two-trucks';
    expect(await said(contradictionNoticed.type, what)).toMatchObject([
      { about: [boxId(1), run, otherRun], events: await idsOf(boxLoaded.type), area: village },
    ]);

    await watch.tell(dispatcher, returnBox, { box: boxId(1), station, village, warehouse: kemelak, zone }, at('07:30'));
    await watch.settle();
    expect(await said(contradictionSettled.type, what)).toMatchObject([{ about: [boxId(1), run, otherRun] }]);
    expect(await said(contradictionNoticed.type, what)).toHaveLength(1);
  });
});

describe('one seal number on two boxes', () => {
  it('is noticed with both events', async () => {
    await ready(watch, 2, 'S-003');
    watch.clock.set(at('09:00'));
    await watch.tell(dispatcher, sealBox, { box: boxId(2), station, seals: ['S-002'] }, at('08:00'));
    await watch.settle();
    const [first, , third] = await idsOf(boxSealed.type);
    expect(await said(contradictionNoticed.type, 'seal-on-two-boxes')).toMatchObject([{ about: [boxId(1), boxId(2), 'S-002'], events: [first, third] }]);
  });
});

describe('a box that two runs are to carry', () => {
  it('is noticed with both events when the look did not see the other, until one of them is on its way', async () => {
    // Orders told with what a look on another node may have answered: the box was not on the other run yet.
    const blind = { ...planDispatch, objections: {} } as typeof planDispatch;
    await watch.tell(dispatcher, planDispatch, planOf(at('20:00'), boxId(1)));
    await watch.tell(dispatcher, blind, { ...planOf(at('20:00'), boxId(1)), dispatch: otherRun });
    await watch.settle();
    const what = 'box-planned-on-two-runs';
    expect(await said(contradictionNoticed.type, what)).toMatchObject([{ about: [boxId(1), run, otherRun], events: await idsOf(dispatchPlanned.type) }]);

    await depart(otherRun, [boxId(1)], '07:00');
    await watch.settle();
    expect(await said(contradictionSettled.type, what)).toHaveLength(1);
  });
});

describe('seals that are not those that were put on', () => {
  beforeEach(async () => {
    await watch.tell(dispatcher, planDispatch, planOf(at('20:00'), boxId(1)));
    await watch.tell(dispatcher, loadBox, load(run));
    await depart(run, [], '07:00');
    watch.clock.set(at('09:00'));
    await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village });
  });
  const receive = (...seals: string[]) => watch.tell(dispatcher, receiveBox, { box: boxId(1), station, dispatch: run, village, seals });
  const what = 'seals-not-as-sealed';

  it('are noticed, with the sealing and the receipt', async () => {
    await receive('S-001', 'S-777');
    await watch.settle();
    const [sealing] = await idsOf(boxSealed.type);
    const [receipt] = await idsOf(boxReceived.type);
    expect(await idsOf(sealMismatchFound.type)).toHaveLength(1);
    expect(await said(contradictionNoticed.type, what)).toMatchObject([{ about: [boxId(1), receipt ?? ''].sort(), events: [sealing, receipt] }]);
  });

  it('are settled when it is told how that came about', async () => {
    await receive('S-001');
    await watch.settle();
    expect(await said(contradictionNoticed.type, what)).toHaveLength(1);
    const broken = { box: boxId(1), station, seal: 'S-002', reason: 'inspection', witness: person(1), witnessName: { value: 'Saksi Contoh' } } as const;
    await watch.tell(dispatcher, breakSeal, broken, at('08:30'));
    await watch.settle();
    expect(await said(contradictionSettled.type, what)).toHaveLength(1);
  });

  it('are not noticed when they are', async () => {
    await receive('S-001', 'S-002');
    await watch.settle();
    expect(await said(contradictionNoticed.type, what)).toEqual([]);
  });
});

describe('what was recorded against an objection', () => {
  it('is noticed with the objection', async () => {
    await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village }, at('06:00'));
    await watch.settle();
    const noticed = await said(contradictionNoticed.type, 'recorded-against-an-objection');
    expect(noticed.map(({ about }) => about.find((each) => each.includes('.')))).toEqual(['logistics.dispatch-not-under-way']);
  });
});
