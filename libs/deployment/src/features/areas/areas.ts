import { Optional, Words } from '#http';
import { roles } from '#kernel';
import { query } from '#read-models';
import { areas as areasView } from '../../views/areas.projection.ts';

export class Areas {
  @Optional(Words('The first digits of the areas: those of a regency are within it, and itself', { max: 10, pattern: /^\d{2,10}$/, example: '1601' }))
  area?: string;
}

export class AreaNamed {
  @Words('Four digits of a regency, six of a district, ten of a village', { max: 10 }) area!: string;
  @Words('What it is called', { max: 60 }) name!: string;
}

export const areas = query(Areas)({
  name: 'deployment.areas',
  summary: 'What regencies, districts and villages are called, as the lists of stations say.',
  roles,
  scope: () => 'anyone',
  from: areasView,
  answers: [AreaNamed],
  find: ({ area }, db) =>
    db
      .selectFrom('area')
      .select(['area', 'name'])
      // Codes are compared as text; a colon follows the last digit.
      .$if(area !== undefined, (found) => found.where('area', '>=', area ?? '').where('area', '<', `${area ?? ''}:`)),
  page: { by: ['area'], max: 5_000 },
});
