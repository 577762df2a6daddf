import { command } from '#kernel';
import { boxContradiction, boxContradictionId, contradictionSettled } from '../../domain/box-contradiction.ts';
import { OfContradiction } from '../of-contradiction.ts';

export class SettleContradiction extends OfContradiction {}

export const settleContradiction = command(SettleContradiction)({
  name: 'logistics.settle-contradiction',
  summary: 'Later facts have removed a contradiction of boxes, runs and lots. Only the process that compares them says so.',
  records: 'order',
  roles: ['process:notice-box-contradictions'],
  scope: ({ area }) => ({ area }),
  writes: { contradiction: (c) => boxContradiction.at(boxContradictionId(c.what, c.about)) },

  objections: {
    'logistics.contradiction-not-standing': (_, { contradiction }) => contradiction.status !== 'standing' && { status: contradiction.status },
  },

  record: ({ area, what, about }) => [contradictionSettled({ area, what, about: [...about].sort() })],
});
