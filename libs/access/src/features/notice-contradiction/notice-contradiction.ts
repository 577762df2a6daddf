import { command } from '#kernel';
import type { Instant } from '#kernel';
import { Id, Many, Moment, OneOf, Words } from '#http';
import { contradiction, contradictionId, contradictionKinds, contradictionNoticed } from '../../domain/contradiction.ts';
import type { ContradictionKind } from '../../domain/contradiction.ts';

export class NoticeContradiction {
  @Id('The post where it shows') post!: string;
  @OneOf('What does not fit', contradictionKinds) what!: ContradictionKind;
  @Many(Words('Id of what does not fit together, or the code of an objection', { max: 80 }), { min: 1, max: 2 }) about!: string[];
  @Moment('The instant at which it does not fit') at!: Instant;
}

export const noticeContradiction = command(NoticeContradiction)({
  name: 'access.notice-contradiction',
  summary: 'Facts that cannot all be true. Only the process that compares them says so.',
  records: 'order',
  roles: ['process:notice-contradictions'],
  scope: ({ post }) => ({ post }),
  writes: { contradiction: (c) => contradiction.at(contradictionId(c.what, c.about)) },

  objections: {
    'access.contradiction-stands': (_, { contradiction }) => contradiction.status === 'standing',
  },

  record: ({ post, what, about, at }) => [contradictionNoticed({ post, what, about: [...about].sort(), at })],
});
