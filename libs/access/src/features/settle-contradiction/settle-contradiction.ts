import { command } from '#kernel';
import { contradiction, contradictionId, contradictionSettled } from '../../domain/contradiction.ts';
import { OfContradiction } from '../of-contradiction.ts';

export class SettleContradiction extends OfContradiction {}

export const settleContradiction = command(SettleContradiction)({
  name: 'access.settle-contradiction',
  summary: 'Later facts have removed a contradiction. Only the process that compares them says so.',
  records: 'order',
  roles: ['process:notice-contradictions'],
  scope: ({ post }) => ({ post }),
  writes: { contradiction: (c) => contradiction.at(contradictionId(c.what, c.about)) },

  objections: {
    'access.contradiction-not-standing': (_, { contradiction }) => contradiction.status !== 'standing' && { status: contradiction.status },
  },

  record: ({ post, what, about }) => [contradictionSettled({ post, what, about: [...about].sort() })],
});
