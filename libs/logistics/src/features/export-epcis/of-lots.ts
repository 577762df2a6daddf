import type { DataOf } from '#kernel';
import { moment } from '#read-models';
import { damagedIn } from '../../domain/lot.ts';
import { quantityCorrected } from '../../domain/lot.events.ts';
import type { damageReported, deliveryReceived, drawReturned, lossReported, lotDrawn, lotInspected, lotMoved, lotSplit } from '../../domain/lot.events.ts';
import type { surplusDestroyed } from '../../domain/destruction.ts';
import type { ErrorDeclaration, Place, Quantity } from './epcis-document.ts';
import { eventUri } from './identifiers.ts';
import type { Part, Told } from './told.ts';
import { reasonsOfWrongRecord } from './told-row.ts';

interface OfLot {
  readonly warehouse: string;
  readonly item: string;
}

/** Units of the lot: so many, or all that lie there. */
const units = ({ subject, ids }: Told, { item }: OfLot, quantity?: number): readonly Quantity[] => [
  { epcClass: ids.lot(subject, item), ...(quantity !== undefined && { quantity }) },
];

/** The zone in which the lot lay, as far as is known. */
const lies = ({ row, ids }: Told, { warehouse }: OfLot): Place => ({ id: row.zone === null ? ids.warehouse(warehouse) : ids.zone(row.zone) });

const declared = (recorded: number, ...by: readonly string[]): ErrorDeclaration => ({
  declarationTime: moment(recorded),
  reason: 'incorrect_data',
  correctiveEventIDs: by.map((event) => eventUri(event)),
});

/** What is told a second time contradicts the first, and moves nothing. */
const toldAgain = ({ row }: Told): { readonly errorDeclaration?: ErrorDeclaration } =>
  row.first === null || row.first === row.event ? {} : { errorDeclaration: declared(row.recorded, row.first) };

/** The delivery as it was written down, and as it was put right: each declares the one before it wrong. */
export function delivered(data: DataOf<typeof deliveryReceived>, told: Told): readonly Part[] {
  const { row, ids, corrections } = told;
  const saying = (quantity: number): Part => ({
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'receiving',
    disposition: 'in_progress',
    quantityList: units(told, data, Math.max(0, quantity)),
    readPoint: { id: ids.warehouse(data.warehouse) },
    bizLocation: { id: ids.zone(data.zone) },
    bizTransactionList: [{ type: 'bol', bizTransaction: ids.waybill(data.waybill) }],
    destinationList: [{ type: 'location', destination: ids.warehouse(data.warehouse) }],
    ...(data.seals.length > 0 && { 'saksi:seals': data.seals }),
  });
  if (row.first !== row.event) return [{ ...saying(data.quantity), ...toldAgain(told) }];
  let quantity = data.quantity;
  const versions = corrections.map(({ event, recorded, more }): Part => {
    quantity += more;
    return { ...saying(quantity), by: { event, recorded, type: quantityCorrected.type } };
  });
  return [saying(data.quantity), ...versions].map((version, index) => {
    const next = corrections[index];
    return next ? { ...version, errorDeclaration: declared(next.recorded, next.event) } : version;
  });
}

export function inspected(data: DataOf<typeof lotInspected>, told: Told): readonly Part[] {
  const saying = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting', readPoint: lies(told, data), bizLocation: lies(told, data) } as const;
  const damaged = damagedIn(data.damaged);
  return [
    ...(data.good > 0 || damaged === 0 ? [{ ...saying, disposition: 'conformant', quantityList: units(told, data, data.good) } as const] : []),
    ...(damaged > 0
      ? [
          {
            ...saying,
            ...(data.good > 0 && { part: 'damaged' }),
            disposition: 'damaged',
            quantityList: units(told, data, damaged),
            'saksi:causes': [...new Set(data.damaged.map(({ cause }) => cause))],
          } as const,
        ]
      : []),
  ];
}

export const moved = (data: DataOf<typeof lotMoved>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'storing',
    disposition: 'in_progress',
    quantityList: units(told, data),
    readPoint: { id: told.ids.warehouse(data.warehouse) },
    bizLocation: { id: told.ids.zone(data.zone) },
  },
];

/** A part is no longer of its lot, and is a lot of its own: units of another class. */
export const split = (data: DataOf<typeof lotSplit>, told: Told): readonly Part[] => {
  const common = { type: 'ObjectEvent', bizStep: 'repackaging', disposition: 'in_progress', readPoint: lies(told, data) } as const;
  return [
    { ...common, action: 'DELETE', quantityList: units(told, data, data.quantity) },
    {
      ...common,
      part: 'split',
      action: 'ADD',
      quantityList: [{ epcClass: told.ids.lot(data.into, data.item), quantity: data.quantity }],
      bizLocation: { id: told.ids.zone(data.zone) },
    },
  ];
};

const boundFor = ({ kind, id }: DataOf<typeof lotDrawn>['for'], { ids }: Told): string =>
  ({ box: ids.box, dispatch: ids.run, destruction: ids.destruction })[kind](id);

/** It is still in the warehouse, though no longer where it lay. */
export const drawn = (data: DataOf<typeof lotDrawn>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'picking',
    disposition: data.condition ?? 'in_progress',
    quantityList: units(told, data, data.quantity),
    readPoint: lies(told, data),
    bizLocation: { id: told.ids.warehouse(data.warehouse) },
    bizTransactionList: [{ bizTransaction: told.ids.draw(data.draw) }],
    'saksi:boundFor': boundFor(data.for, told),
    ...toldAgain(told),
  },
];

export function drawnBack(data: DataOf<typeof drawReturned>, told: Told): readonly Part[] {
  const { row, ids } = told;
  const quantities = units(told, data, data.quantity);
  const places = { readPoint: lies(told, data), bizLocation: lies(told, data), bizTransactionList: [{ bizTransaction: ids.draw(data.draw) }] };
  const unpacked =
    row.packed_into === null
      ? []
      : [
          {
            type: 'AggregationEvent',
            part: 'unpacked',
            action: 'DELETE',
            bizStep: 'unpacking',
            disposition: 'in_progress',
            parentID: ids.box(row.packed_into),
            childQuantityList: quantities,
            ...places,
          } as const,
        ];
  return [
    ...unpacked,
    { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'storing', disposition: data.condition ?? 'returned', quantityList: quantities, ...places },
  ];
}

export const damaged = (data: DataOf<typeof damageReported>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'inspecting',
    disposition: 'damaged',
    quantityList: units(told, data, data.quantity),
    readPoint: lies(told, data),
    bizLocation: lies(told, data),
    'saksi:causes': [data.cause],
  },
];

/** Nobody saw where to: no place is said. */
export const lost = (data: DataOf<typeof lossReported>, told: Told): readonly Part[] => [
  { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'other', disposition: 'unknown', quantityList: units(told, data, data.quantity) },
];

/** What was counted otherwise is more or less from now on; a delivery that was written down wrong is put right where it is told. */
export function corrected(data: DataOf<typeof quantityCorrected>, told: Told): readonly Part[] {
  if (reasonsOfWrongRecord.includes(data.reason) && told.row.delivered === 1) return [];
  const common = {
    type: 'ObjectEvent',
    bizStep: 'cycle_counting',
    quantityList: units(told, data, data.quantity),
    readPoint: lies(told, data),
    bizTransactionList: [{ bizTransaction: told.ids.document(data.authority) }],
    'saksi:reason': data.reason,
  } as const;
  return data.direction === 'more'
    ? [{ ...common, action: 'ADD', disposition: 'in_progress', bizLocation: lies(told, data) }]
    : [{ ...common, action: 'DELETE', disposition: 'unknown' }];
}

export const destroyed = ({ village, minutes }: DataOf<typeof surplusDestroyed>, told: Told): readonly Part[] => [
  {
    type: 'ObjectEvent',
    action: 'DELETE',
    bizStep: 'destroying',
    disposition: 'destroyed',
    quantityList: drawnUnits(told),
    readPoint: { id: told.ids.village(village) },
    bizTransactionList: [{ bizTransaction: told.ids.document(minutes) }, ...told.draws.map(({ draw }) => ({ bizTransaction: told.ids.draw(draw) }))],
  },
];

/** What the named draws were of, and how much of each was out then. */
export const drawnUnits = ({ draws, ids }: Told): readonly Quantity[] =>
  draws.map(({ lot, item, quantity }) => ({ epcClass: ids.lot(lot, item), ...(quantity !== null && { quantity: Math.max(0, quantity) }) }));
