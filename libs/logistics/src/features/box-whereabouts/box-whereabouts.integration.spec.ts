import type { Projected } from '#read-models';
import { sealed } from '#testing';
import { boxLossReported } from '../../domain/box.events.ts';
import {
  arrived,
  boxId,
  departed,
  farStation,
  handed,
  kemelak,
  loaded,
  packed,
  passed,
  person,
  planned,
  received,
  run,
  sealedWith,
  station,
  village,
  zone,
} from '../../testing/boxes.ts';
import { at, journey, ofBox, ofRun } from '../../testing/journey.ts';
import { boxWhereabouts } from './box-whereabouts.ts';

const circumstances = { actor: { user: person(1), role: 'investigator' as const }, now: at('20:00') };

const told = journey(
  ofBox(1, packed, '07:00'),
  ofBox(1, sealedWith('S-001'), '07:05'),
  ofRun(planned(boxId(1)), '07:30'),
  ofBox(1, loaded, '08:00'),
  ofRun(departed, '08:30'),
  ofRun(passed('Simpang Kemelak'), '09:00'),
  ofRun(passed('Jembatan Ogan'), '09:30', '11:00'),
  ofRun(arrived, '10:00'),
  ofBox(1, received, '10:15'),
  ofBox(1, handed, '12:00', '15:00'),
  ofBox(2, { ...packed, data: { ...packed.data, station: farStation } }, '07:00', '13:00'),
  ofBox(2, boxLossReported({ station: farStation, circumstances: sealed('Tidak ditemukan.') }), '14:00'),
);

async function one(projected: Projected, clock: string, knownAt?: string) {
  const asked = { area: '1601', box: boxId(1), at: at(clock), ...(knownAt !== undefined && { knownAt: at(knownAt) }) };
  return (await projected.find(boxWhereabouts, asked, circumstances))[0];
}

describe('box-whereabouts', () => {
  it.each<[clock: string, found: object]>([
    ['06:59', { place: 'unknown', event: null, since: null }],
    ['07:00', { place: 'in-warehouse', warehouse: kemelak, zone, what: 'logistics.box-packed.v1' }],
    ['08:10', { place: 'on-truck', dispatch: run, truck: 'loading', passed: null }],
    ['08:45', { place: 'on-truck', dispatch: run, truck: 'under-way', passed: null, next: 'Simpang Kemelak' }],
    ['09:10', { place: 'on-truck', truck: 'under-way', passed: 'Simpang Kemelak', next: 'Jembatan Ogan', truckSince: '2024-02-12T09:00:00.000+07:00' }],
    ['09:45', { place: 'on-truck', truck: 'under-way', passed: 'Jembatan Ogan', next: null }],
    ['10:05', { place: 'on-truck', truck: 'arrived', passed: null }],
    ['10:15', { place: 'at-office', village, dispatch: run, truck: null, what: 'logistics.box-received.v1' }],
    ['12:00', { place: 'at-station', what: 'logistics.box-handed-to-station.v1', since: '2024-02-12T12:00:00.000+07:00' }],
  ])('says where a box was at %s', async (clock, found) => expect(await one(told, clock)).toMatchObject(found));

  it('says it as it was known then', async () => {
    expect(await one(told, '09:45', '10:59')).toMatchObject({ passed: 'Simpang Kemelak', next: null, truck: 'under-way' });
    expect(await one(told, '09:10', '10:59')).toMatchObject({ passed: 'Simpang Kemelak', next: null });
    expect(await one(told, '12:30', '14:59')).toMatchObject({ place: 'at-office' });
    expect(await one(told, '12:30', '15:00')).toMatchObject({ place: 'at-station', knownSince: '2024-02-12T15:00:00.000+07:00' });
  });

  it('names the events that say so', async () => {
    const found = await one(told, '09:10');
    const rows = await told.rows('movement');
    const typeOf = (event: string | null | undefined) => rows.find((row) => row['event'] === event)?.['type'];
    expect([found?.event, found?.truckEvent].map(typeOf)).toEqual(['logistics.box-loaded.v1', 'logistics.checkpoint-passed.v1']);
  });

  it('says of every box of an area where it was, and of a lost one that nobody knows', async () => {
    const all = (area: string, clock: string) => told.find(boxWhereabouts, { area, at: at(clock) }, circumstances);
    expect((await all('1601', '14:30')).map(({ station, place }) => [station, place])).toEqual([
      [station, 'at-station'],
      [farStation, 'unknown'],
    ]);
    expect((await all('160115', '13:30')).map(({ station, place }) => [station, place])).toEqual([[farStation, 'in-warehouse']]);
  });

  it('knows of no box before anything was told of it', async () =>
    expect((await told.find(boxWhereabouts, { area: '1601', at: at('12:00'), knownAt: at('12:00') }, circumstances)).map(({ box }) => box)).toEqual([
      boxId(1),
    ]));
});
