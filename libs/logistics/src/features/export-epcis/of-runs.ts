import type { DataOf } from '#kernel';
import type { checkpointPassed, dispatchArrived, dispatchDeparted } from '../../domain/dispatch.ts';
import { drawnUnits } from './of-lots.ts';
import type { Part, Told } from './told.ts';

/** What is on the truck went onto it by aggregation: where the run is, it is. */
const thisRun = ({ subject, ids }: Told) =>
  ({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    epcList: [ids.run(subject)],
    bizTransactionList: [{ type: 'bol', bizTransaction: ids.dispatch(subject) }],
  }) as const;

/** Seals of the truck, in words of ours: the vocabulary has none for them. */
const sealsSaid = ({ seals, sealed }: { readonly seals?: readonly string[]; readonly sealed?: readonly string[] }) => ({
  ...(seals && { 'saksi:seals': seals }),
  ...(sealed && { 'saksi:sealed': sealed }),
});

/** With the truck leaves what was drawn for the run and is in no box: of its staging and loading nothing more is told. */
export function departed(data: DataOf<typeof dispatchDeparted>, told: Told): readonly Part[] {
  const { row, ids, draws } = told;
  const warehouse = row.leaves === null ? undefined : ids.warehouse(row.leaves);
  const way = {
    disposition: 'in_transit',
    ...(warehouse !== undefined && { readPoint: { id: warehouse }, sourceList: [{ type: 'location' as const, source: warehouse }] }),
    destinationList: [{ type: 'location', destination: ids.area(data.destination) }],
  } as const;
  const goods = draws.filter(({ quantity }) => quantity !== null && quantity > 0);
  const left = { ...thisRun(told), bizStep: 'departing', ...way, ...sealsSaid(data) } as const;
  if (goods.length === 0) return [left];
  const { bizTransactionList, type, action } = thisRun(told);
  return [
    left,
    {
      type,
      action,
      part: 'goods',
      bizStep: 'shipping',
      ...way,
      quantityList: drawnUnits({ ...told, draws: goods }),
      bizTransactionList: [...bizTransactionList, ...goods.map(({ draw }) => ({ bizTransaction: ids.draw(draw) }))],
    },
  ];
}

export const passed = (data: DataOf<typeof checkpointPassed>, told: Told): readonly Part[] => [
  { ...thisRun(told), bizStep: 'transporting', disposition: 'in_transit', readPoint: { id: told.ids.checkpoint(data.checkpoint) }, ...sealsSaid(data) },
];

export const arrived = (data: DataOf<typeof dispatchArrived>, told: Told): readonly Part[] => {
  const office = { id: told.ids.village(data.village) };
  return [{ ...thisRun(told), bizStep: 'arriving', disposition: 'in_progress', readPoint: office, bizLocation: office, ...sealsSaid(data) }];
};
