import { boxPacked } from '../../domain/box.events.ts';
import { arrived, boxId, departed, farStation, handed, loaded, packed, passed, person, planned, received, run } from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { boxCounts } from './box-counts.ts';

const circumstances = { actor: { user: person(1), role: 'investigator' as const }, now: at('20:00') };

const told = journey(
  ...[1, 2, 3].map((number) => ofBox(number, packed, '07:00')),
  ofBox(4, boxPacked({ ...packed.data, station: farStation }), '07:00'),
  ofRun(planned(boxId(1), boxId(2)), '07:30'),
  ofBox(1, loaded, '08:00'),
  ofBox(2, loaded, '08:01'),
  ofRun(departed, '08:30'),
  ofRun(passed('Simpang Kemelak'), '09:00'),
  ofRun(passed('Jembatan Ogan'), '09:30', '11:00'),
  ofRun(arrived, '10:00'),
  ofBox(1, received, '10:15'),
  ofBox(1, handed, '12:00', '15:00'),
);

const counted = async (clock: string, { knownAt, area = '1601' }: { knownAt?: string; area?: string } = {}) =>
  (await told.find(boxCounts, { area, at: at(clock), ...(knownAt !== undefined && { knownAt: at(knownAt) }) }, circumstances)).map(
    ({ area: where, place, truck, passed: before, next, boxes }) => [where, place, truck, before, next, boxes],
  );

describe('box-counts', () => {
  it('counts by district and place', async () => {
    expect(await counted('06:00')).toEqual([
      ['160114', 'unknown', null, null, null, 3],
      ['160115', 'unknown', null, null, null, 1],
    ]);
    expect(await counted('08:00')).toEqual([
      ['160114', 'in-warehouse', null, null, null, 2],
      ['160114', 'on-truck', 'loading', null, null, 1],
      ['160115', 'in-warehouse', null, null, null, 1],
    ]);
  });

  it('says between which checkpoints a truck was, by what was known then', async () => {
    const underWay = (before: string, next: string | null) => ['160114', 'on-truck', 'under-way', before, next, 2];
    expect(await counted('09:10')).toContainEqual(underWay('Simpang Kemelak', 'Jembatan Ogan'));
    expect(await counted('09:10', { knownAt: '10:59' })).toContainEqual(underWay('Simpang Kemelak', null));
  });

  it('tells apart what arrived with the truck, what an office has and what a station has', async () => {
    expect(await counted('12:30')).toEqual(
      expect.arrayContaining([
        ['160114', 'at-station', null, null, null, 1],
        ['160114', 'on-truck', 'arrived', null, null, 1],
      ]),
    );
    expect(await counted('12:30', { knownAt: '14:00' })).toContainEqual(['160114', 'at-office', null, null, null, 1]);
  });

  it('counts by village within a district', async () =>
    expect(await counted('07:00', { area: '160115' })).toEqual([['1601150002', 'in-warehouse', null, null, null, 1]]));

  it('names the run on whose truck they were', async () => {
    const found = await told.find(boxCounts, { area: '1601', at: at('08:10') }, circumstances);
    expect(found.find(({ place }) => place === 'on-truck')).toMatchObject({ dispatch: run, boxes: 2 });
  });
});
