import { Words } from '#http';
import { command } from '#kernel';
import { checkpointPassed, dispatch } from '../../domain/dispatch.ts';
import { dispatchNot, dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';

export class RecordCheckpoint extends OfDispatch {
  @Words('The checkpoint that the truck passes', { max: 60, example: 'Simpang Kemelak' }) checkpoint!: string;
}

export const recordCheckpoint = command(RecordCheckpoint)({
  name: 'logistics.record-checkpoint',
  summary: 'The truck of a run passes a checkpoint.',
  records: 'fact',
  roles: ['dispatcher', 'commander'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.dispatch-not-under-way': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'under-way'),
  },

  record: ({ destination, checkpoint }) => [checkpointPassed({ destination, checkpoint })],
});
