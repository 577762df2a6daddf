import { projection } from '#read-models';
import { stationRegistered } from '../domain/station.ts';

export interface StationTable {
  /** Its code. */
  station: string;
  village_name: string;
  district_name: string;
  regency_name: string;
  place: string | null;
  voters: number | null;
  registered: number;
}

/** Every station as it was registered last. */
export const stations = projection<{ station: StationTable }>({
  name: 'stations',
  context: 'deployment',
  create: (schema) => [
    schema
      .createTable('station')
      .addColumn('station', 'text', (c) => c.primaryKey())
      .addColumn('village_name', 'text', (c) => c.notNull())
      .addColumn('district_name', 'text', (c) => c.notNull())
      .addColumn('regency_name', 'text', (c) => c.notNull())
      .addColumn('place', 'text')
      .addColumn('voters', 'integer')
      .addColumn('registered', 'integer', (c) => c.notNull()),
  ],
}).on(stationRegistered, {
  derive: ({ data }) => ({ place: data.place ?? null, voters: data.voters ?? null }),
  step: (db, { data: { station, villageName, districtName, regencyName }, effectiveAt: registered }, { place, voters }) => {
    const said = { village_name: villageName, district_name: districtName, regency_name: regencyName, place, voters, registered };
    return db
      .insertInto('station')
      .values({ station, ...said })
      .onConflict((conflict) => conflict.column('station').doUpdateSet(said).where('station.registered', '<=', registered));
  },
});
