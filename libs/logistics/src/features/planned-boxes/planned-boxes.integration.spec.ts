import { boxPacked } from '../../domain/box.events.ts';
import { boxId, departed, destination, farStation, otherRun, packed, person, planned, sealedWith, station } from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { plannedBoxes } from './planned-boxes.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };
const told = journey(
  ...[1, 2, 3, 4].map((number) => ofBox(number, packed, '07:00')),
  ofBox(5, boxPacked({ ...packed.data, station: farStation }), '07:00'),
  ofBox(6, sealedWith('S-006'), '07:01'),
  ofRun(planned(boxId(1), boxId(2)), '07:30'),
  ofRun(planned(boxId(2), boxId(3)), '07:31', undefined, otherRun),
  ofRun(departed, '08:00'),
);
const find = (area: string) => told.find(plannedBoxes, { area }, circumstances);
const found = async (area: string) => (await find(area)).map(({ box, dispatch }) => [box, dispatch]);

describe('planned-boxes', () => {
  it('says which run that has not left is planned to carry each box', async () =>
    expect(await found('1601')).toEqual([
      [boxId(1), null],
      [boxId(2), otherRun],
      [boxId(3), otherRun],
      [boxId(4), null],
      [boxId(6), null],
      [boxId(5), null],
    ]));

  it('says for which station and election it is, and where its run goes', async () =>
    expect((await find('1601'))[2]).toEqual({
      box: boxId(3),
      station,
      contest: 'president',
      dispatch: otherRun,
      destination,
    }));

  it('tells of the boxes of the area alone', async () => expect(await found('160115')).toEqual([[boxId(5), null]]));
});
