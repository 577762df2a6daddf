import { Moment, Note, OneOf, Optional } from '#http';
import { command, said } from '#kernel';
import type { Instant, Sealed } from '#kernel';
import { delayReasons, delayReported, dispatch } from '../../domain/dispatch.ts';
import type { DelayReason } from '../../domain/dispatch.ts';
import { dispatchNot, dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';

export class ReportDelay extends OfDispatch {
  @OneOf('Why', delayReasons) reason!: DelayReason;
  @Moment('By when it is to arrive now') due!: Instant;
  @Optional(Note('What is to be said about it')) note?: Sealed;
}

export const reportDelay = command(ReportDelay)({
  name: 'logistics.report-delay',
  summary: 'A run will arrive later than planned, for a reason; until then it is not overdue.',
  records: 'fact',
  roles: ['dispatcher', 'commander'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.dispatch-not-going': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'planned', 'under-way'),
    'logistics.due-in-the-past': ({ due }, _, { effectiveAt }) => due <= effectiveAt,
  },

  record: ({ destination, reason, due, note }) => [delayReported({ destination, reason, due, ...said({ note }) })],
});
