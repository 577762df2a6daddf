import { command } from '#kernel';
import type { Instant } from '#kernel';
import { Moment } from '#http';
import { visit } from '../../domain/visit.ts';
import { visitOverdueNoticed } from '../../domain/visit.events.ts';
import { allowedUntil, visitAt } from '../../domain/visit-standing.ts';
import { OfVisit } from '../of-visit.ts';

export class NoticeOverdueVisit extends OfVisit {
  @Moment('Until when the visit might last') allowedUntil!: Instant;
}

export const noticeOverdueVisit = command(NoticeOverdueVisit)({
  name: 'access.notice-overdue-visit',
  summary: 'A visit goes on past its allowed time. Only the process that watches the deadlines says so.',
  records: 'order',
  roles: ['process:notice-overdue-visits'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },

  objections: {
    'access.guest-not-inside': (_, { visit }, { effectiveAt }) => {
      const { status } = visitAt(visit, effectiveAt);
      return status !== 'inside' && { status };
    },
    'access.visit-not-overdue': (c, { visit }, { effectiveAt }) => {
      const until = allowedUntil(visit);
      return (until !== c.allowedUntil || until >= effectiveAt) && { allowedUntil: until ?? null };
    },
    'access.overdue-noticed-before': (c, { visit }) => visit.overdueNoticed.includes(c.allowedUntil),
  },

  record: ({ post, guest, allowedUntil }) => [visitOverdueNoticed({ post, guest, allowedUntil })],
});
