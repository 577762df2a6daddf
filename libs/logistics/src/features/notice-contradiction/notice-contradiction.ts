import { Id, Many, Moment } from '#http';
import { command } from '#kernel';
import type { Instant } from '#kernel';
import { boxContradiction, boxContradictionId, contradictionNoticed } from '../../domain/box-contradiction.ts';
import { OfContradiction } from '../of-contradiction.ts';

export class NoticeContradiction extends OfContradiction {
  @Many(Id('An event that says so'), { min: 1, max: 10 }) events!: string[];
  @Moment('The instant at which it does not fit') at!: Instant;
}

export const noticeContradiction = command(NoticeContradiction)({
  name: 'logistics.notice-contradiction',
  summary: 'Facts of boxes, runs and lots that cannot all be true, with the events that say so. Only the process that compares them says so.',
  records: 'order',
  roles: ['process:notice-box-contradictions'],
  scope: ({ area }) => ({ area }),
  writes: { contradiction: (c) => boxContradiction.at(boxContradictionId(c.what, c.about)) },

  objections: {
    'logistics.contradiction-stands': (_, { contradiction }) => contradiction.status === 'standing',
  },

  record: ({ area, what, about, events, at }) => [contradictionNoticed({ area, what, about: [...about].sort(), events, at })],
});
