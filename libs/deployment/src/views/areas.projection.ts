import { projection } from '#read-models';
import { areasOf, stationRegistered } from '../domain/station.ts';

export interface AreaTable {
  /** Its code: four digits of a regency, six of a district, ten of a village. */
  area: string;
  name: string;
  registered: number;
}

/** What the areas around the stations are called, by the list that names them last. */
export const areas = projection<{ area: AreaTable }>({
  name: 'areas',
  context: 'deployment',
  create: (schema) => [
    schema
      .createTable('area')
      .addColumn('area', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('registered', 'integer', (c) => c.notNull()),
  ],
}).on(stationRegistered, {
  derive: ({ data }) => areasOf(data.station),
  step: (db, { data: { villageName, districtName, regencyName }, effectiveAt: registered }, { village, district, regency }) =>
    [
      { area: village, name: villageName },
      { area: district, name: districtName },
      { area: regency, name: regencyName },
    ].map(({ area, name }) =>
      db
        .insertInto('area')
        .values({ area, name, registered })
        .onConflict((conflict) => conflict.column('area').doUpdateSet({ name, registered }).where('area.registered', '<=', registered)),
    ),
});
