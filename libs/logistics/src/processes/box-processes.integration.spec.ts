import type { Asked } from '#kernel';
import type { Watch } from '#testing';
import { contradictionNoticed, contradictionSettled } from '../domain/box-contradiction.ts';
import { boxLoaded, boxReceived, boxSealed, sealMismatchFound } from '../domain/box.events.ts';
import { checkpointPassed, dispatchArrived, dispatchDeparted, dispatchOverdueNoticed, dispatchPlanned } from '../domain/dispatch.ts';
import { arriveDispatch } from '../features/arrive-dispatch/arrive-dispatch.ts';
import { breakSeal } from '../features/break-seal/break-seal.ts';
import { departDispatch, type DepartDispatch } from '../features/depart-dispatch/depart-dispatch.ts';
import { loadBox } from '../features/load-box/load-box.ts';
import { planDispatch } from '../features/plan-dispatch/plan-dispatch.ts';
import { recordCheckpoint } from '../features/record-checkpoint/record-checkpoint.ts';
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
const depart = (dispatch: string, missing: string[], clock: string, found: Partial<Asked<DepartDispatch>> = {}) =>
  watch.tell(dispatcher, departDispatch, { dispatch, destination, missing, seals: ['TRK-001', 'TRK-002'], ...found }, at(clock));

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

describe('one seal number on a truck and elsewhere', () => {
  const [trucks, andBox] = ['seal-on-two-trucks', 'seal-on-truck-and-box'];
  const other = { dispatch: otherRun, missing: [] };
  const departOther = (clock: string, seals: string[]) => watch.tell(dispatcher, departDispatch, { ...other, destination, seals }, at(clock));
  const arrive = (clock: string) => watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village }, at(clock));
  beforeEach(() => watch.clock.set(at('12:00')));

  it('is noticed with both departures while both trucks are on their way', async () => {
    await depart(run, [], '07:00');
    await departOther('08:00', ['TRK-002', 'TRK-003']);
    await watch.settle();
    expect(await said(contradictionNoticed.type, trucks)).toMatchObject([
      { about: ['TRK-002', run, otherRun].sort(), area: destination, events: await idsOf(dispatchDeparted.type) },
    ]);
    expect(await said(contradictionNoticed.type, andBox)).toEqual([]);
  });

  it('is settled when it is told that the first had arrived by then', async () => {
    await departOther('08:00', ['TRK-002']);
    await depart(run, [], '07:00');
    await watch.settle();
    expect((await said(contradictionNoticed.type, trucks)).map(({ events }) => events?.length)).toEqual([2]);
    await arrive('07:50');
    await watch.settle();
    expect(await said(contradictionSettled.type, trucks)).toHaveLength(1);
  });

  it('is not noticed when the first truck had arrived before', async () => {
    await depart(run, [], '07:00');
    await arrive('07:50');
    await departOther('08:00', ['TRK-001']);
    await watch.settle();
    expect(await said(contradictionNoticed.type, trucks)).toEqual([]);
  });

  it('is noticed with the sealing of a box, and settled when that seal had been broken', async () => {
    await depart(run, [], '08:00', { seals: ['S-001'] });
    await watch.settle();
    const [sealing] = await idsOf(boxSealed.type);
    const [departure] = await idsOf(dispatchDeparted.type);
    expect(await said(contradictionNoticed.type, andBox)).toMatchObject([{ about: [boxId(1), 'S-001', run].sort(), events: [sealing, departure] }]);

    const broken = { box: boxId(1), station, seal: 'S-001', reason: 'inspection', witness: person(1), witnessName: { value: 'Saksi Contoh' } } as const;
    await watch.tell(dispatcher, breakSeal, broken, at('07:30'));
    await watch.settle();
    expect(await said(contradictionSettled.type, andBox)).toHaveLength(1);
  });

  it('is noticed also when the box is sealed after the truck has left', async () => {
    await depart(run, [], '08:00', { seals: ['S-009'] });
    await ready(watch, 2, 'S-009');
    await watch.settle();
    expect(await said(contradictionNoticed.type, andBox)).toMatchObject([{ about: [boxId(2), 'S-009', run].sort() }]);
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

describe('a truck that left otherwise than planned', () => {
  const what = 'truck-not-as-planned';
  beforeEach(() => watch.tell(dispatcher, planDispatch, planOf(at('20:00'), boxId(1))));

  it.each<[string, Partial<Asked<DepartDispatch>>]>([
    ['plate', { driver: person(3), vehicle: { value: 'BG 9876 FZ' } }],
    ['driver', { driver: person(9), driverName: { value: 'Sopir Lain' } }],
    ['escort', { escort: [person(4), person(8)] }],
    ['escort, with somebody who has no account,', { escortOthers: { value: 'Bripda Contoh' } }],
  ])('is noticed with its plan, when its %s is another', async (_, found) => {
    await depart(run, [boxId(1)], '07:00', found);
    await watch.settle();
    const events = [...(await idsOf(dispatchPlanned.type)), ...(await idsOf(dispatchDeparted.type))];
    expect(await said(contradictionNoticed.type, what)).toMatchObject([{ about: [run], area: destination, events }]);
  });

  it('is not noticed when all is as planned', async () => {
    await depart(run, [boxId(1)], '07:00', { driver: person(3), escort: [person(4)] });
    await watch.settle();
    expect(await said(contradictionNoticed.type, what)).toEqual([]);
  });
});

describe('seals of a truck that are not those that it left with', () => {
  const what = 'truck-seals-not-as-departed';
  beforeEach(async () => {
    await watch.tell(dispatcher, planDispatch, planOf(at('20:00'), boxId(1)));
    watch.clock.set(at('09:00'));
  });
  const pass = (...seals: string[]) => watch.tell(dispatcher, recordCheckpoint, { dispatch: run, destination, checkpoint: 'Simpang', seals }, at('08:00'));

  it('are noticed with the departure and where they were found: at a checkpoint and on arrival', async () => {
    await depart(run, [boxId(1)], '07:00');
    await pass('TRK-001');
    await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village, seals: ['TRK-001', 'TRK-777'] });
    await watch.settle();
    const [departure, checkpoint, arrival] = await Promise.all([dispatchDeparted, checkpointPassed, dispatchArrived].map(({ type }) => idsOf(type)));
    expect(await said(contradictionNoticed.type, what)).toMatchObject([
      { about: [run, checkpoint?.[0] ?? ''].sort(), area: destination, events: [departure?.[0], checkpoint?.[0]] },
      { about: [run, arrival?.[0] ?? ''].sort(), events: [departure?.[0], arrival?.[0]] },
    ]);
  });

  it('are noticed also when the departure is told afterwards, and settled when another one explains them', async () => {
    await pass('TRK-777');
    await watch.settle();
    expect(await said(contradictionNoticed.type, what)).toEqual([]);
    await depart(run, [boxId(1)], '07:00');
    await watch.settle();
    expect(await said(contradictionNoticed.type, what)).toHaveLength(1);
    await depart(run, [boxId(1)], '07:30', { seals: ['TRK-777'] });
    await watch.settle();
    expect(await said(contradictionSettled.type, what)).toHaveLength(1);
  });

  it('are not noticed when they are', async () => {
    await depart(run, [boxId(1)], '07:00');
    await pass('TRK-002', 'TRK-001');
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
