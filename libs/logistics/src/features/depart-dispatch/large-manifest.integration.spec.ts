import type { Watch } from '#testing';
import { dispatchDeparted, dispatchPlanned } from '../../domain/dispatch.ts';
import { boxId, destination, person, run, station } from '../../testing/boxes.ts';
import { at } from '../../testing/journey.ts';
import { dispatcher, openWatch, planOf, ready, supplied } from '../../testing/watch.ts';
import { boxesOnTruck } from '../../views/box.looks.ts';
import { loadBox } from '../load-box/load-box.ts';
import { manifest } from '../manifest/manifest.ts';
import { planDispatch } from '../plan-dispatch/plan-dispatch.ts';
import { departDispatch } from './depart-dispatch.ts';

let watch: Watch;
const numbers = Array.from({ length: 1_000 }, (_, index) => index + 1);
const last = boxId(1_000);

beforeAll(async () => {
  watch = await openWatch(at('07:00'));
  await supplied(watch, 1_000 * 300);
  await Promise.all(numbers.map((number) => ready(watch, number, `S-${number}`)));
});
afterAll(() => watch.close());

it('plans, loads and lets go a truck with 1,000 boxes, of which one is left behind', async () => {
  await watch.tell(dispatcher, planDispatch, planOf(at('12:00'), ...numbers.map(boxId)));
  await Promise.all(numbers.slice(0, -1).map((number) => watch.tell(dispatcher, loadBox, { box: boxId(number), station, dispatch: run })));
  expect((await watch.models.ask(boxesOnTruck({ dispatch: run, at: at('07:00') }))).answer).toHaveLength(999);

  // A second signature cannot be given here, so the departure is testimony; nothing else stands against it.
  const { contradicts, position } = await watch.tell(
    dispatcher,
    departDispatch,
    { dispatch: run, destination, missing: [last], seals: ['TRK-001'] },
    at('07:00'),
  );
  expect(contradicts).toEqual(['logistics.second-signature-needed']);
  expect((await watch.events(dispatchPlanned.type)).map(({ data }) => (data as { boxes: string[] }).boxes.length)).toEqual([1_000]);
  expect((await watch.events(dispatchDeparted.type)).map(({ data }) => data)).toEqual([{ destination, missing: [last], seals: ['TRK-001'] }]);

  await watch.models.caughtUp(position);
  const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('07:00') };
  const { answer } = await watch.models.find(manifest, { dispatch: run, destination }, circumstances);
  expect(answer?.lines).toHaveLength(1_000);
  expect(answer?.lines.filter(({ state }) => state === 'not-loaded').map(({ box, missing }) => [box, missing])).toEqual([[last, true]]);
});
