import { Many, Optional, Words } from '#http';
import { command } from '#kernel';
import { checkpointPassed, dispatch } from '../../domain/dispatch.ts';
import { SealNumber } from '../fields.ts';
import { dispatchNot, dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';
import { sealsFound, truckSealsNotAsDeparted } from '../seals-of-truck.ts';

export class RecordCheckpoint extends OfDispatch {
  @Words('The checkpoint that the truck passes', { max: 60, example: 'Simpang Kemelak' }) checkpoint!: string;
  @Optional(Many(SealNumber('Number on a seal of the truck, as it was found; an empty list: none was found'), { max: 12 })) seals?: string[];
}

export const recordCheckpoint = command(RecordCheckpoint)({
  name: 'logistics.record-checkpoint',
  summary: 'The truck of a run passes a checkpoint; whoever looked at its seals says which were found.',
  records: 'fact',
  roles: ['dispatcher', 'commander'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.dispatch-not-under-way': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'under-way'),
  },

  notices: { 'logistics.truck-seals-not-as-departed': truckSealsNotAsDeparted },

  record: ({ destination, checkpoint, seals }, { dispatch }, { effectiveAt }) => [
    checkpointPassed({ destination, checkpoint, ...sealsFound(seals, dispatch, effectiveAt) }),
  ],
});
