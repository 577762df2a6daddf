import { Many, Optional, Words } from '#http';
import { command } from '#kernel';
import { dispatch, dispatchArrived } from '../../domain/dispatch.ts';
import { SealNumber } from '../fields.ts';
import { villageCode } from '../of-box.ts';
import { dispatchNot, dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';
import { sealsFound, truckSealsNotAsDeparted } from '../seals-of-truck.ts';

export class ArriveDispatch extends OfDispatch {
  @Words('The village where it arrives', { pattern: villageCode, example: '1601141011' }) village!: string;
  @Optional(Many(SealNumber('Number on a seal of the truck, as it was found; an empty list: none was found'), { max: 12 })) seals?: string[];
}

export const arriveDispatch = command(ArriveDispatch)({
  name: 'logistics.arrive-dispatch',
  summary: 'The truck of a run has come to where it was to go; whoever looked at its seals says which were found.',
  records: 'fact',
  roles: ['dispatcher', 'commander'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.dispatch-not-under-way': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'under-way'),
    'logistics.arrived-elsewhere': ({ destination, village }) => !village.startsWith(destination) && { destination },
  },

  notices: { 'logistics.truck-seals-not-as-departed': truckSealsNotAsDeparted },

  record: ({ destination, village, seals }, { dispatch }, { effectiveAt }) => [
    dispatchArrived({ destination, village, ...sealsFound(seals, dispatch, effectiveAt) }),
  ],
});
