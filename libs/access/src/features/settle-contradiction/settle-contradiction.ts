import { command } from '#kernel';
import { Id, Many, OneOf, Words } from '#http';
import { contradiction, contradictionId, contradictionKinds, contradictionSettled } from '../../domain/contradiction.ts';
import type { ContradictionKind } from '../../domain/contradiction.ts';

export class SettleContradiction {
  @Id('The post where it showed') post!: string;
  @OneOf('What did not fit', contradictionKinds) what!: ContradictionKind;
  @Many(Words('Id of what did not fit together, or the code of an objection', { max: 80 }), { min: 1, max: 2 }) about!: string[];
}

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
