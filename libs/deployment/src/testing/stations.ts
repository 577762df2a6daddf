import { stationRegistered } from '../domain/station.ts';

/** Station 7 of Kemelak, as a list has it. */
export const seven = {
  station: '1601141011-007',
  villageName: 'Kemelak Bindung Langit',
  districtName: 'Baturaja Timur',
  regencyName: 'Ogan Komering Ulu',
  place: 'SD Negeri 12',
  voters: 287,
};

export const sevenRegistered = stationRegistered(seven);
