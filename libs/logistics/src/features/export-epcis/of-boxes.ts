import type { DataOf } from '#kernel';
import type {
  boxHandedToStation,
  boxLoaded,
  boxLossReported,
  boxPacked,
  boxReceived,
  boxReturned,
  boxSealed,
  sealBroken,
  sealMismatchFound,
} from '../../domain/box.events.ts';
import type { Place } from './epcis-document.ts';
import { drawnUnits } from './of-lots.ts';
import type { Part, Told } from './told.ts';

const thisBox = ({ subject, ids }: Told): readonly string[] => [ids.box(subject)];

/** Where the box was, if that is a place and not a truck. */
function whereItWas({ before, ids }: Told): Place | undefined {
  const { zone, warehouse, village, station } = before?.told ?? {};
  switch (before?.type) {
    case 'logistics.box-handed-to-station.v1':
      return typeof station === 'string' ? { id: ids.station(station) } : undefined;
    case 'logistics.box-packed.v1':
    case 'logistics.box-received.v1':
    case 'logistics.box-returned.v1':
      if (typeof zone === 'string') return { id: ids.zone(zone) };
      if (typeof warehouse === 'string') return { id: ids.warehouse(warehouse) };
      return typeof village === 'string' ? { id: ids.village(village) } : undefined;
    default:
      return undefined;
  }
}

const isInWarehouse = ({ before }: Told): boolean => typeof before?.told['warehouse'] === 'string';

const at = (place: Place | undefined): { readonly readPoint?: Place; readonly bizLocation?: Place } => (place ? { readPoint: place, bizLocation: place } : {});
const from = (place: Place | undefined): Pick<Part, 'sourceList'> => (place ? { sourceList: [{ type: 'location', source: place.id }] } : {});

/** The box leaves a truck that it was on, though this was not told: it is elsewhere now. */
function offItsTruck({ before, subject, ids }: Told, except?: string): readonly Part[] {
  const run = before?.type === 'logistics.box-loaded.v1' ? before.told['dispatch'] : undefined;
  if (typeof run !== 'string' || run === except) return [];
  return [{ type: 'AggregationEvent', part: 'off its truck', action: 'DELETE', bizStep: 'unloading', parentID: ids.run(run), childEPCs: [ids.box(subject)] }];
}

export const packed = (data: DataOf<typeof boxPacked>, told: Told): readonly Part[] => [
  ...offItsTruck(told),
  {
    type: 'AggregationEvent',
    action: 'ADD',
    bizStep: 'packing',
    disposition: 'in_progress',
    parentID: told.ids.box(told.subject),
    childQuantityList: drawnUnits(told),
    ...at({ id: told.ids.zone(data.zone) }),
    bizTransactionList: data.draws.map(({ draw }) => ({ bizTransaction: told.ids.draw(draw) })),
    destinationList: [{ type: 'location', destination: told.ids.station(data.station) }],
  },
];

export const sealed = (data: DataOf<typeof boxSealed>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: isInWarehouse(told) ? 'staging_outbound' : 'other',
    disposition: 'container_closed',
    epcList: thisBox(told),
    ...at(whereItWas(told)),
    'saksi:seals': data.seals,
  },
];

export const broken = (data: DataOf<typeof sealBroken>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: data.reason === 'inspection' ? 'inspecting' : 'other',
    disposition: 'container_open',
    epcList: thisBox(told),
    ...at(whereItWas(told)),
    'saksi:seals': [data.seal],
    'saksi:reason': data.reason,
  },
];

export function loaded(data: DataOf<typeof boxLoaded>, told: Told): readonly Part[] {
  const { row, ids } = told;
  const place = row.leaves === null ? whereItWas(told) : { id: ids.warehouse(row.leaves) };
  return [
    ...offItsTruck(told, data.dispatch),
    {
      type: 'AggregationEvent',
      action: 'ADD',
      bizStep: 'loading',
      disposition: 'in_progress',
      parentID: ids.run(data.dispatch),
      childEPCs: thisBox(told),
      ...at(place),
      bizTransactionList: [{ type: 'bol', bizTransaction: ids.dispatch(data.dispatch) }],
      destinationList: [{ type: 'location', destination: ids.station(data.station) }],
    },
  ];
}

/** Off the truck, and into the hands of the office. */
export function received(data: DataOf<typeof boxReceived>, told: Told): readonly Part[] {
  const { ids } = told;
  const common = { ...at({ id: ids.village(data.village) }), bizTransactionList: [{ type: 'bol', bizTransaction: ids.dispatch(data.dispatch) }] } as const;
  return [
    ...offItsTruck(told, data.dispatch),
    {
      type: 'AggregationEvent',
      part: 'unloaded',
      action: 'DELETE',
      bizStep: 'unloading',
      disposition: 'in_progress',
      parentID: ids.run(data.dispatch),
      childEPCs: thisBox(told),
      ...common,
    },
    { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'accepting', disposition: 'in_progress', epcList: thisBox(told), ...common, 'saksi:seals': data.seals },
  ];
}

export const mismatched = (data: DataOf<typeof sealMismatchFound>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'inspecting',
    disposition: 'non_conformant',
    epcList: thisBox(told),
    ...at({ id: told.ids.village(data.village) }),
    'saksi:sealed': data.sealed,
    'saksi:seals': data.found,
  },
];

export const handed = (data: DataOf<typeof boxHandedToStation>, told: Told): readonly Part[] => [
  ...offItsTruck(told),
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    epcList: thisBox(told),
    ...at({ id: told.ids.station(data.station) }),
    ...from(whereItWas(told)),
    destinationList: [{ type: 'location', destination: told.ids.station(data.station) }],
  },
];

export function returned(data: DataOf<typeof boxReturned>, told: Told): readonly Part[] {
  const { ids } = told;
  const { village, warehouse, zone } = data;
  const place = zone === undefined ? (warehouse === undefined ? ids.village(village) : ids.warehouse(warehouse)) : ids.zone(zone);
  return [
    ...offItsTruck(told),
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: 'returned',
      epcList: thisBox(told),
      ...at({ id: place }),
      ...from(whereItWas(told)),
    },
  ];
}

/** Nobody saw where to: no place is said. */
export const missing = (_: DataOf<typeof boxLossReported>, told: Told): readonly Part[] => [
  ...offItsTruck(told),
  { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'other', disposition: 'unknown', epcList: thisBox(told) },
];
