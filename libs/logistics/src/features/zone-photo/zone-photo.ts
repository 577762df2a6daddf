import { Digest, Id, Moment, OrNull, Words } from '#http';
import { moment, query } from '#read-models';
import { conditions } from '../../views/conditions.projection.ts';
import { readers } from '../../views/readers.ts';

export class ZonePhotoOf {
  @Id('The warehouse') warehouse!: string;
  @Digest('SHA-256 of the photograph, as the condition log names it') photo!: string;
}

export class ZonePhoto {
  @Id('The zone') zone!: string;
  @OrNull(Words('JPEG in base64; null when it was erased', { max: 131_072 })) zonePhoto!: string | null;
  @Moment('When it was kept') taken!: string;
}

/** Apart from the log: whoever looks at a picture, on which people may be, asks for it, and that is recorded. */
export const zonePhoto = query(ZonePhotoOf)({
  name: 'logistics.zone-photo',
  summary: 'A photograph that was taken in a zone; each look at it is recorded.',
  roles: readers,
  scope: ({ warehouse }) => ({ warehouse }),
  from: conditions,
  answers: ZonePhoto,
  find: ({ warehouse, photo }, db) =>
    db
      .selectFrom('zone_photo')
      .select(['zone', 'picture', 'at'])
      .where('warehouse', '=', warehouse)
      .where('photo', '=', photo)
      .orderBy('at')
      .orderBy('event')
      .limit(1),
  present: ([row]) => row && { zone: row.zone, zonePhoto: row.picture, taken: moment(row.at) },
  reveals: ['zonePhoto'],
});
