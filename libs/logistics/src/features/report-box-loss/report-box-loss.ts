import { Id, Note, Optional } from '#http';
import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { box } from '../../domain/box.ts';
import { boxLossReported } from '../../domain/box.events.ts';
import { boxNotAt, boxOfAnotherStation, OfBox } from '../of-box.ts';

export class ReportBoxLoss extends OfBox {
  @Optional(Id('The incident in which it was lost')) incident?: string;
  @Note('How it was lost') circumstances!: Sealed;
  @Optional(Note('Where it was last seen, and by whom')) lastSeen?: Sealed;
}

export const reportBoxLoss = command(ReportBoxLoss)({
  name: 'logistics.report-box-loss',
  summary: 'A box is not where it should be, and nobody knows where it is.',
  records: 'fact',
  roles: ['dispatcher', 'station-officer', 'commander'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.box-not-known': (_, { box }, { effectiveAt }) => boxNotAt(box, effectiveAt, 'in-warehouse', 'on-truck', 'at-office', 'at-station'),
  },

  record: ({ station, incident, circumstances, lastSeen }) => [boxLossReported({ station, circumstances, ...said({ incident, lastSeen }) })],
});
