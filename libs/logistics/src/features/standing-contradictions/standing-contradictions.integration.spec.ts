import type { Watch } from '#testing';
import { contradictionExplained } from '../../domain/box-contradiction.ts';
import { boxLoaded } from '../../domain/box.events.ts';
import { dispatchOverdueNoticed, dispatchPlanned } from '../../domain/dispatch.ts';
import { boxId, destination, kemelak, otherRun, person, run, station, village, zone } from '../../testing/boxes.ts';
import { at } from '../../testing/journey.ts';
import { dispatcher, openWatch, planOf, ready, supplied } from '../../testing/watch.ts';
import { arriveDispatch } from '../arrive-dispatch/arrive-dispatch.ts';
import { explainContradiction } from '../explain-contradiction/explain-contradiction.ts';
import { loadBox } from '../load-box/load-box.ts';
import { planDispatch } from '../plan-dispatch/plan-dispatch.ts';
import { reportDelay } from '../report-delay/report-delay.ts';
import { returnBox } from '../return-box/return-box.ts';
import { type StandingContradictions, standingContradictions } from './standing-contradictions.ts';

let watch: Watch;

/** What stands in an area, once processes and views have done what is due. */
async function standing(area: string, asked: Omit<StandingContradictions, 'area'> = {}): Promise<unknown> {
  await watch.settle();
  await watch.models.caughtUp((await watch.events()).at(-1)?.position ?? 0n);
  const asker = { actor: { user: person(25), role: 'investigator' as const }, now: watch.clock.now() };
  return (await watch.models.find(standingContradictions, { area, ...asked }, asker)).answer;
}
const idsOf = async (type: string): Promise<readonly string[]> => (await watch.events(type)).map(({ id }) => id);

beforeEach(async () => {
  watch = await openWatch(at('07:00'));
  await supplied(watch);
  await ready(watch, 1, 'S-001');
  await watch.tell(dispatcher, planDispatch, planOf(at('10:00'), boxId(1)));
});
afterEach(() => watch.close());

it('names a box on two trucks with both events, until it is told that it came off in between', async () => {
  await watch.tell(dispatcher, loadBox, { box: boxId(1), station, dispatch: run, loaded: true });
  watch.clock.set(at('09:00'));
  await watch.tell(dispatcher, loadBox, { box: boxId(1), station, dispatch: otherRun, loaded: true }, at('08:00'));
  const twoTrucks = {
    what: 'box-on-two-trucks',
    about: [boxId(1), run, otherRun],
    area: village,
    at: '2024-02-12T08:00:00.000+07:00',
    events: await idsOf(boxLoaded.type),
    noticed: '2024-02-12T09:00:00.000+07:00',
  };
  const objected = { what: 'recorded-against-an-objection' };
  expect(await standing('1601')).toMatchObject([twoTrucks, objected]);
  expect(await standing('1602')).toEqual([]);

  await watch.tell(dispatcher, returnBox, { box: boxId(1), station, village, warehouse: kemelak, zone }, at('07:30'));
  expect(await standing(village)).toMatchObject([objected]);
});

it('stands as explained, by whom and when, and is shown as it was at any instant, as it was then known', async () => {
  await watch.tell(dispatcher, loadBox, { box: boxId(1), station, dispatch: run, loaded: true });
  watch.clock.set(at('09:00'));
  await watch.tell(dispatcher, loadBox, { box: boxId(1), station, dispatch: otherRun, loaded: true }, at('08:00'));
  await watch.settle();
  const named = { area: village, what: 'box-on-two-trucks', about: [boxId(1), run, otherRun] } as const;
  watch.clock.set(at('12:00'));
  await watch.tell(dispatcher, explainContradiction, { ...named, explanation: { value: 'Dipindah di jalan.' } }, at('10:00'));
  const [said] = await watch.events(contradictionExplained.type);
  const explained = {
    ...named,
    explanations: [{ event: said?.id, at: '2024-02-12T10:00:00.000+07:00', lateMs: 7_200_000, by: dispatcher, voice: 'testified' }],
  };
  const unexplained = { ...named, explanations: [] };
  const objected = { what: 'recorded-against-an-objection', explanations: [] };

  expect(await standing(village)).toMatchObject([explained, objected]);
  expect(await standing(village, { explained: true })).toMatchObject([explained]);
  expect(await standing(village, { explained: false })).toMatchObject([objected]);
  expect(await standing(village, { at: at('09:30') })).toMatchObject([unexplained, objected]);
  expect(await standing(village, { at: at('10:30') })).toMatchObject([explained, objected]);
  expect(await standing(village, { at: at('10:30'), knownAt: at('11:00') })).toMatchObject([unexplained, objected]);
  expect(await standing(village, { at: at('08:59') })).toEqual([]);

  watch.clock.set(at('13:00'));
  await watch.tell(dispatcher, returnBox, { box: boxId(1), station, village, warehouse: kemelak, zone }, at('07:30'));
  expect(await standing(village)).toMatchObject([objected]);
  expect(await standing(village, { at: at('12:30') })).toMatchObject([explained, objected]);
});

it('names a run past its time, with what gave it that time, until it has another or has arrived', async () => {
  watch.clock.set(at('10:01'));
  const [planning] = await idsOf(dispatchPlanned.type);
  const overdue = { what: 'dispatch-overdue', about: [run], area: destination };
  await watch.settle();
  expect(await standing('160114')).toMatchObject([
    { ...overdue, at: '2024-02-12T10:00:00.000+07:00', events: [planning, ...(await idsOf(dispatchOverdueNoticed.type))] },
  ]);

  expect(await standing('160114', { at: at('09:59') })).toEqual([]);

  await watch.tell(dispatcher, reportDelay, { dispatch: run, destination, reason: 'flood', due: at('11:00') });
  expect(await standing('160114')).toEqual([]);
  watch.clock.set(at('11:01'));
  await watch.settle();
  expect(await standing('160114')).toMatchObject([{ ...overdue, at: '2024-02-12T11:00:00.000+07:00' }]);

  await watch.tell(dispatcher, arriveDispatch, { dispatch: run, destination, village }, at('11:00'));
  expect(await standing('160114')).toMatchObject([{ what: 'recorded-against-an-objection' }]);
});
