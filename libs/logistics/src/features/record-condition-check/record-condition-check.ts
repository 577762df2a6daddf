import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { Count, Digest, Id, Many, Note, OneOf, Optional } from '#http';
import { conditionChecked, hazardFound, hazards, warehouse } from '../../domain/warehouse.ts';
import type { Hazard } from '../../domain/warehouse.ts';
import { zoneNotKnown } from '../of-lot.ts';
import { ofWarehouse, OfWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class RecordConditionCheck extends OfWarehouse {
  @Id('The zone that was looked at') zone!: string;
  @Many(OneOf('A hazard', hazards), { max: hazards.length, description: 'What was found there; none: all is well' }) found!: Hazard[];
  @Optional(Count('Humidity of the air, per cent', { max: 100, example: 68 })) humidity?: number;
  @Many(Digest('SHA-256 of a photograph, in hex'), { max: 20, description: 'Photographs that were taken' }) photos!: string[];
  @Optional(Note('What was seen')) note?: Sealed;
}

export const recordConditionCheck = command(RecordConditionCheck)({
  name: 'logistics.record-condition-check',
  summary: 'Somebody looked at a zone: whether rain, a leak, fire, pests or damp threaten what lies there.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { warehouse: (c) => warehouse.at(c.warehouse) },

  objections: {
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-not-known': (c, { warehouse }) => zoneNotKnown(c, warehouse),
  },

  record: ({ zone, found, humidity, photos, note }) => [
    conditionChecked(said({ zone, humidity, photos, note })),
    ...found.map((hazard) => hazardFound({ zone, hazard })),
  ],
});
