import { boxIdOf, boxPlanned } from '../../domain/box-plan.ts';
import { boxPacked } from '../../domain/box.events.ts';
import { drawReturned, lotDrawn } from '../../domain/lot.events.ts';
import { boxId, draw, farStation, kemelak, lot, person, station, village, zone } from '../../testing/boxes.ts';
import { at, journey, ofBox, ofLot, tell } from '../../testing/journey.ts';
import { type PlannedContents, plannedContents } from './planned-contents.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };
const ballots = (quantity: number) => ({ item: 'ballot-president', quantity });
const seals = { item: 'seal', quantity: 4 };
const plan = (of: string, contest: string, clock: string, recorded: string | undefined, ...contents: readonly { item: string; quantity: number }[]) =>
  tell(`box-plan-${boxIdOf(of, contest)}`, boxPlanned({ station: of, contest, contents }), clock, recorded);
const drawn = (number: number, item: string, quantity: number, box: string) =>
  lotDrawn({ warehouse: kemelak, lot, item, draw: draw(number), quantity, for: { kind: 'box', id: box } });

const president = boxIdOf(station, 'president');
const told = journey(
  plan(station, 'president', '07:00', undefined, ballots(293), seals),
  // A plan that was made before, and is told later, does not take its place.
  plan(station, 'president', '06:00', '07:05', ballots(1)),
  plan(station, 'dpr', '07:00', undefined, ballots(10)),
  plan(farStation, 'president', '07:00', undefined, ballots(100), seals),
  plan(farStation, 'president', '07:30', undefined, ballots(200)),
  ofLot(lot, drawn(1, 'ballot-president', 293, president), '08:00'),
  ofLot(lot, drawn(2, 'seal', 4, president), '08:01'),
  ofLot(lot, drawReturned({ warehouse: kemelak, lot, item: 'seal', draw: draw(2), quantity: 1, reason: 'not-needed' }), '08:02'),
  ofLot(lot, drawn(3, 'ballot-president', 9, boxId(1)), '08:03'),
  ofBox(1, boxPacked({ station, contest: 'dpr', warehouse: kemelak, zone, draws: [{ lot, draw: draw(3) }] }), '08:04'),
);
const found = async (asked: PlannedContents) =>
  (await told.find(plannedContents, asked, circumstances)).map(({ contest, item, planned, drawn, lacking }) => [contest, item, planned, drawn, lacking]);

describe('planned-contents', () => {
  it('sets what was drawn and not returned against the plan, also of a box that was packed under an id of its own', async () =>
    expect((await found({ area: station })).sort()).toEqual([
      ['dpr', 'ballot-president', 10, 9, 1],
      ['president', 'ballot-president', 293, 293, 0],
      ['president', 'seal', 4, 3, 1],
    ]));

  it('is of the area alone, and of the plan that was made last', async () => {
    expect(await found({ area: farStation.slice(0, 6) })).toEqual([['president', 'ballot-president', 200, 0, 200]]);
    expect(await found({ area: village })).toHaveLength(3);
  });

  it('leaves out what lacks nothing when only the lacking is asked for', async () =>
    expect((await found({ area: '1601', lacking: true })).sort()).toEqual([
      ['dpr', 'ballot-president', 10, 9, 1],
      ['president', 'ballot-president', 200, 0, 200],
      ['president', 'seal', 4, 3, 1],
    ]));

  it('leaves out what is as planned when only what differs is asked for, more or less', async () => {
    const more = journey(
      plan(station, 'president', '07:00', undefined, ballots(293), seals),
      ofLot(lot, drawn(1, 'ballot-president', 294, president), '08:00'),
      ofLot(lot, drawn(2, 'seal', 4, president), '08:01'),
    );
    const differing = await more.find(plannedContents, { area: station, differing: true }, circumstances);
    expect(differing.map(({ item, planned, drawn: said, lacking }) => [item, planned, said, lacking])).toEqual([['ballot-president', 293, 294, 0]]);
  });

  it('names the box that was packed, also under an id of its own', async () =>
    expect((await told.find(plannedContents, { area: station }, circumstances)).map(({ contest, packedAs }) => [contest, packedAs]).sort()).toEqual([
      ['dpr', boxId(1)],
      ['president', null],
      ['president', null],
    ]));

  it('names the box that is to be packed', async () =>
    expect((await told.find(plannedContents, { area: farStation }, circumstances))[0]).toMatchObject({
      box: boxIdOf(farStation, 'president'),
      station: farStation,
    }));
});
