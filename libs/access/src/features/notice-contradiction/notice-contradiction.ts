import { command } from '#kernel';
import type { Instant } from '#kernel';
import { Moment } from '#http';
import { contradiction, contradictionId, contradictionNoticed } from '../../domain/contradiction.ts';
import { OfContradiction } from '../of-contradiction.ts';

export class NoticeContradiction extends OfContradiction {
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
