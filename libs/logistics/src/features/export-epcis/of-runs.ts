import type { DataOf } from '#kernel';
import type { checkpointPassed, dispatchArrived, dispatchDeparted } from '../../domain/dispatch.ts';
import type { Part, Told } from './told.ts';

/** What is on the truck went onto it by aggregation: where the run is, it is. */
const thisRun = ({ subject, ids }: Told) =>
  ({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    epcList: [ids.run(subject)],
    bizTransactionList: [{ type: 'bol', bizTransaction: ids.dispatch(subject) }],
  }) as const;

export const departed = (data: DataOf<typeof dispatchDeparted>, told: Told): readonly Part[] => {
  const warehouse = told.row.leaves === null ? undefined : told.ids.warehouse(told.row.leaves);
  return [
    {
      ...thisRun(told),
      bizStep: 'departing',
      disposition: 'in_transit',
      ...(warehouse !== undefined && { readPoint: { id: warehouse }, sourceList: [{ type: 'location', source: warehouse }] }),
      destinationList: [{ type: 'location', destination: told.ids.area(data.destination) }],
    },
  ];
};

export const passed = ({ checkpoint }: DataOf<typeof checkpointPassed>, told: Told): readonly Part[] => [
  { ...thisRun(told), bizStep: 'transporting', disposition: 'in_transit', readPoint: { id: told.ids.checkpoint(checkpoint) } },
];

export const arrived = ({ village }: DataOf<typeof dispatchArrived>, told: Told): readonly Part[] => {
  const office = { id: told.ids.village(village) };
  return [{ ...thisRun(told), bizStep: 'arriving', disposition: 'in_progress', readPoint: office, bizLocation: office }];
};
