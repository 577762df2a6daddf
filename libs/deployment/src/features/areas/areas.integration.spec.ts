import { projectingAll, telling } from '#read-models';
import { stationIdOf, stationRegistered } from '../../domain/station.ts';
import { seven } from '../../testing/stations.ts';
import * as everyProjection from '../../views/projections.ts';
import { areas } from './areas.ts';

/** WIB, 30 November 2023. */
const at = (clock: string): number => Date.parse(`2023-11-30T${clock}:00+07:00`);
const tell = telling(at);
const registered = (said: Parameters<typeof stationRegistered>[0], clock: string) =>
  tell(`station-${stationIdOf(said.station)}`, stationRegistered(said), clock);
const circumstances = { actor: { user: '018c2207-0000-7000-8000-000000000001', role: 'dispatcher' as const }, now: at('23:00') };
const elsewhere = { ...seven, station: '1608011001-001', villageName: 'Martapura', districtName: 'Martapura', regencyName: 'OKU Timur' };

const oku = projectingAll(everyProjection).given([
  registered(seven, '09:00'),
  registered({ ...seven, station: '1601141011-008', villageName: 'KEMELAK' }, '08:00'),
  registered(elsewhere, '08:00'),
]);
const named = async (area?: string) =>
  (await oku.find(areas, area === undefined ? {} : { area }, circumstances)).map(({ area: code, name }) => `${code} ${name}`);

describe('areas', () => {
  it('are called as the list of their stations said last, whichever order that was told in', async () =>
    expect(await named('1601')).toEqual(['1601 Ogan Komering Ulu', '160114 Baturaja Timur', '1601141011 Kemelak Bindung Langit']));

  it('are those within what was asked, or all', async () => {
    expect(await named('160114')).toEqual(['160114 Baturaja Timur', '1601141011 Kemelak Bindung Langit']);
    expect(await named('1609')).toEqual([]);
    expect(await named()).toHaveLength(6);
  });
});
