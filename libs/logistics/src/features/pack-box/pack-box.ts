import { Id, Many } from '#http';
import { command } from '#kernel';
import { box } from '../../domain/box.ts';
import { boxPacked } from '../../domain/box.events.ts';
import { warehouse } from '../../domain/warehouse.ts';
import { standingDraws } from '../../views/draws.projection.ts';
import { Item } from '../fields.ts';
import { boxOfAnotherStation, drawsMissing, Drawn, OfBox } from '../of-box.ts';
import { zoneNotKnown } from '../of-lot.ts';
import { warehouseNotRegistered } from '../of-warehouse.ts';

export class PackBox extends OfBox {
  @Item('Which election it is for', 'president') contest!: string;
  @Id('The warehouse') warehouse!: string;
  @Id('The zone where it stands afterwards') zone!: string;
  @Many(Drawn, { min: 1, max: 50, description: 'What went into it, as it was drawn from lots for this box' }) draws!: Drawn[];
}

export const packBox = command(PackBox)({
  name: 'logistics.pack-box',
  summary: 'A box is packed for its station with what was drawn for it from lots.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ({ station, warehouse }) => [{ station }, { warehouse }],
  writes: { box: (c) => box.at(c.box) },
  reads: { warehouse: (c) => warehouse.at(c.warehouse) },
  looks: { drawn: (c, { effectiveAt }) => standingDraws({ draws: c.draws, purpose: 'box', boundFor: c.box, at: effectiveAt }) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.box-already-packed': (_, { box }) => box.isPacked,
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.zone-not-known': (c, { warehouse }) => zoneNotKnown(c, warehouse),
    'logistics.draw-missing': ({ draws }, { drawn }) => drawsMissing(draws, drawn),
  },

  record: ({ station, contest, warehouse, zone, draws }) => [
    boxPacked({ station, contest, warehouse, zone, draws: draws.map(({ lot, draw }) => ({ lot, draw })) }),
  ],
});
