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
  if (goods.length === 0) return [{ ...thisRun(told), bizStep: 'departing', ...way }];
  const { bizTransactionList, type, action } = thisRun(told);
  return [
    { ...thisRun(told), bizStep: 'departing', ...way },
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

export const passed = ({ checkpoint }: DataOf<typeof checkpointPassed>, told: Told): readonly Part[] => [
  { ...thisRun(told), bizStep: 'transporting', disposition: 'in_transit', readPoint: { id: told.ids.checkpoint(checkpoint) } },
];

export const arrived = ({ village }: DataOf<typeof dispatchArrived>, told: Told): readonly Part[] => {
  const office = { id: told.ids.village(village) };
  return [{ ...thisRun(told), bizStep: 'arriving', disposition: 'in_progress', readPoint: office, bizLocation: office }];
};
