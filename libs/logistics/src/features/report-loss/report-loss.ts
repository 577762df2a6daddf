import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Note, Optional } from '#http';
import { lossReported } from '../../domain/lot.events.ts';
import { lot } from '../../domain/lot.ts';
import { Quantity } from '../fields.ts';
import { lotHoldsLess, lotInAnotherWarehouse, lotNotKnown, lotOfAnotherItem, OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class ReportLoss extends OfLot {
  @Quantity('How much is gone') quantity!: number;
  @Optional(Id('The incident in which it was lost')) incident?: string;
  @Optional(Note('How it was noticed')) note?: Sealed;
}

export const reportLoss = command(ReportLoss)({
  name: 'logistics.report-loss',
  summary: 'A quantity of a lot is gone, and nobody can say where to.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-not-known': (_, { lot }) => lotNotKnown(lot),
    'logistics.lot-in-another-warehouse': (c, { lot }) => lotInAnotherWarehouse(c, lot),
    'logistics.lot-of-another-item': (c, { lot }) => lotOfAnotherItem(c, lot),
    'logistics.lot-holds-less': ({ quantity }, { lot }, circumstances) => lotHoldsLess(lot, quantity, circumstances),
  },

  record: ({ warehouse, item, quantity, incident, note }) => [lossReported(said({ warehouse, item, quantity, incident, note }))],
});
