import { projectingAll, telling } from '#read-models';
import { stationIdOf, stationRegistered } from '../../domain/station.ts';
import { seven } from '../../testing/stations.ts';
import * as everyProjection from '../../views/projections.ts';
import { stations } from './stations.ts';

/** WIB, 30 November 2023. */
const at = (clock: string): number => Date.parse(`2023-11-30T${clock}:00+07:00`);
const tell = telling(at);
const registered = (said: Parameters<typeof stationRegistered>[0], clock: string) =>
  tell(`station-${stationIdOf(said.station)}`, stationRegistered(said), clock);
const { villageName, districtName, regencyName } = seven;
const prison = { station: '1601141011-901', villageName, districtName, regencyName };
const nextVillage = { ...seven, station: '1601141012-001' };
const circumstances = { actor: { user: '018c2207-0000-7000-8000-000000000001', role: 'dispatcher' as const }, now: at('23:00') };

const oku = projectingAll(everyProjection).given([
  registered({ ...seven, voters: 290 }, '09:00'),
  registered(seven, '08:00'),
  registered(prison, '08:00'),
  registered(nextVillage, '08:00'),
]);

describe('stations', () => {
  it('says them as they were registered last, whichever order that was told in', async () => {
    const found = await oku.find(stations, { area: '1601141011' }, circumstances);
    expect(found).toEqual([
      { ...seven, voters: 290, special: false, registered: '2023-11-30T09:00:00.000+07:00' },
      { ...prison, place: null, voters: null, special: true, registered: '2023-11-30T08:00:00.000+07:00' },
    ]);
  });

  it('holds to the area', async () => {
    const codes = async (area?: string) => (await oku.find(stations, area === undefined ? {} : { area }, circumstances)).map(({ station }) => station);
    expect(await codes()).toHaveLength(3);
    expect(await codes('160114')).toHaveLength(3);
    expect(await codes('1601141012')).toEqual(['1601141012-001']);
    expect(await codes('1602')).toEqual([]);
  });
});
