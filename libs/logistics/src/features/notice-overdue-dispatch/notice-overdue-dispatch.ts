import { Moment } from '#http';
import { command } from '#kernel';
import type { Instant } from '#kernel';
import { dispatch, dispatchOverdueNoticed, dueAt } from '../../domain/dispatch.ts';
import { dispatchNot, OfDispatch } from '../of-dispatch.ts';

export class NoticeOverdueDispatch extends OfDispatch {
  @Moment('By when it was to arrive') due!: Instant;
}

export const noticeOverdueDispatch = command(NoticeOverdueDispatch)({
  name: 'logistics.notice-overdue-dispatch',
  summary: 'A run has not arrived by its time. Only the process that watches the deadlines says so.',
  records: 'order',
  roles: ['process:notice-overdue-dispatches'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.dispatch-not-going': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'planned', 'under-way'),
    'logistics.dispatch-not-overdue': (c, { dispatch }, { effectiveAt }) => {
      const due = dueAt(dispatch, effectiveAt);
      return (due !== c.due || due >= effectiveAt) && { due: due ?? null };
    },
    'logistics.overdue-noticed-before': (c, { dispatch }) => dispatch.overdueNoticed.includes(c.due),
  },

  record: ({ destination, due }) => [dispatchOverdueNoticed({ destination, due })],
});
