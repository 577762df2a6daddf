import { Count, Flag, Moment, Optional, OrNull, Words } from '#http';
import { roles } from '#kernel';
import { moment, query } from '#read-models';
import { firstSpecialNumber } from '../../domain/station.ts';
import { stations as stationsView } from '../../views/stations.projection.ts';

export class Stations {
  @Optional(Words('Ten-digit code of a village, or the first digits of one: a district, a regency', { max: 10, pattern: /^\d{2,10}$/, example: '1601' }))
  area?: string;
}

export class StationFound {
  @Words('Ten-digit code of the village, and three digits', { max: 14 }) station!: string;
  @Words('What the village is called', { max: 60 }) villageName!: string;
  @Words('What the district is called', { max: 60 }) districtName!: string;
  @Words('What the regency is called', { max: 60 }) regencyName!: string;
  @OrNull(Words('Where it stands; null: the list does not say', { max: 100 })) place!: string | null;
  @OrNull(Count('How many voters are registered there; null: the list does not say')) voters!: number | null;
  @Flag('Whether it is a special station: a prison, a hospital') special!: boolean;
  @Moment('Since when it is registered like this') registered!: string;
}

export const stations = query(Stations)({
  name: 'deployment.stations',
  summary: 'The polling stations of an area, by their codes.',
  roles,
  scope: () => 'anyone',
  from: stationsView,
  answers: [StationFound],
  find: ({ area }, db) =>
    db
      .selectFrom('station')
      .select(['station', 'village_name', 'district_name', 'regency_name', 'place', 'voters', 'registered'])
      // Codes are compared as text, so an area is a span of the table's own key; a colon follows the last digit.
      .$if(area !== undefined, (found) => found.where('station', '>=', area ?? '').where('station', '<', `${area ?? ''}:`)),
  page: { by: ['station'] },
  present: (rows) =>
    rows.map((row): StationFound => ({
      station: row.station,
      villageName: row.village_name,
      districtName: row.district_name,
      regencyName: row.regency_name,
      place: row.place,
      voters: row.voters,
      special: Number(row.station.slice(-3)) >= firstSpecialNumber,
      registered: moment(row.registered),
    })),
});
