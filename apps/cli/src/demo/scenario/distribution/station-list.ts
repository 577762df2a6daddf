import { on } from '../scenario.ts';
import type { ListStep } from '../step.ts';
import { allStations } from './stations.ts';

/** The commission's list of the whole regency, whichever districts are brought out: from it people read what areas are called. */
export const stationList: readonly ListStep[] = [
  {
    name: 'the stations of the regency',
    at: on('2023-12-02', '11:00'),
    by: 'admin',
    list: {
      kind: 'stations',
      header: ['Kode TPS', 'Desa', 'Kecamatan', 'Kabupaten'],
      rows: allStations.map(({ code, villageName, district }) => [code, villageName, district.name, 'Ogan Komering Ulu']),
    },
  },
];
