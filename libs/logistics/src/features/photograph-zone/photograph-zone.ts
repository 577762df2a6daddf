import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { Digest, Id, Photo } from '#http';
import { warehouse, zonePhotographed } from '../../domain/warehouse.ts';
import type { Warehouse } from '../../domain/warehouse.ts';
import { zoneNotKnown } from '../of-lot.ts';
import { ofWarehouse, OfWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class PhotographZone extends OfWarehouse {
  @Id('The zone that was looked at') zone!: string;
  @Digest('SHA-256 of the photograph, in hex, as the check names it') photo!: string;
  @Photo('What the zone looked like') zonePhoto!: Sealed;
}

export const photographZone = command(PhotographZone)({
  name: 'logistics.photograph-zone',
  summary: 'A photograph that a check of a zone names by its digest; the picture goes to the vault, for people may be on it.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { warehouse: (c) => warehouse.at(c.warehouse) },

  objections: {
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-not-known': (c, { warehouse }) => zoneNotKnown(c, warehouse),
    'logistics.photo-of-no-check': (c, { warehouse }) => namedByNoCheck(c, warehouse),
    'logistics.photo-already-kept': ({ zone, photo }, { warehouse }) => warehouse.photos[zone]?.[photo] === 'kept',
  },

  record: ({ zone, photo, zonePhoto }) => [zonePhotographed({ zone, photo, zonePhoto })],
});

/** Of a zone that nobody knows, that alone is said. */
const namedByNoCheck = ({ zone, photo }: PhotographZone, { zones, photos }: Warehouse): boolean =>
  zones[zone] !== undefined && photos[zone]?.[photo] === undefined;
