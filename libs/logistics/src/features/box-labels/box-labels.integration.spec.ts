import { boxPacked } from '../../domain/box.events.ts';
import { boxId, destination, draw, farStation, kemelak, lot, otherStation, packed, person, planned, run, station, village, zone } from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { type BoxLabels, boxLabels } from './box-labels.ts';

const circumstances = { actor: { user: person(1), role: 'dispatcher' as const }, now: at('12:00') };
const packedFor = (of: string) => boxPacked({ station: of, contest: 'dpr', warehouse: kemelak, zone, draws: [{ lot, draw: draw(1) }] });
const told = journey(
  ofBox(1, packed, '07:00'),
  ofBox(2, packedFor(station), '07:00'),
  ofBox(3, packedFor(otherStation), '07:00'),
  ofBox(4, packedFor(farStation), '07:00'),
  ofRun(planned(boxId(2), boxId(3)), '07:30'),
);
const found = async (asked: BoxLabels): Promise<readonly string[]> => (await told.find(boxLabels, asked, circumstances)).map(({ box }) => box);

describe('box-labels', () => {
  it('are of one station, by election', async () => expect(await found({ area: station })).toEqual([boxId(2), boxId(1)]));

  it('are of a village, a district, a regency', async () => {
    expect(await found({ area: village })).toEqual([boxId(2), boxId(1), boxId(3)]);
    expect(await found({ area: '1601' })).toEqual([boxId(2), boxId(1), boxId(3), boxId(4)]);
  });

  it('are of what a run carries', async () => expect(await found({ area: destination, dispatch: run })).toEqual([boxId(2), boxId(3)]));

  it('are of chosen boxes, of those in the area', async () => expect(await found({ area: destination, boxes: [boxId(3), boxId(4)] })).toEqual([boxId(3)]));

  it('say for which station and election each is', async () =>
    expect((await told.find(boxLabels, { area: otherStation }, circumstances))[0]).toMatchObject({ station: otherStation, contest: 'dpr' }));
});
