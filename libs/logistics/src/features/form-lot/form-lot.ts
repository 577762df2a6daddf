import { command } from '#kernel';
import { Id } from '#http';
import { lotFormed } from '../../domain/lot.events.ts';
import { lot } from '../../domain/lot.ts';
import { Quantity } from '../fields.ts';
import { OfLot } from '../of-lot.ts';
import { ofWarehouse } from '../of-warehouse.ts';

export class FormLot extends OfLot {
  @Id('The lot that it was a part of') from!: string;
  @Id('The event that put it apart there') split!: string;
  @Quantity('How much it is') quantity!: number;
  @Id('The zone where it lies') zone!: string;
}

export const formLot = command(FormLot)({
  name: 'logistics.form-lot',
  summary: 'A part that was put apart has become a lot. Only the process that follows splits says so.',
  records: 'order',
  roles: ['process:form-split-lots'],
  scope: ofWarehouse,
  writes: { lot: (c) => lot.at(c.lot) },

  objections: {
    'logistics.lot-formed-before': ({ split }, { lot }) => lot.formedBy.includes(split),
  },

  record: ({ warehouse, item, from, split, quantity, zone }) => [lotFormed({ warehouse, item, from, split, quantity, zone })],
});
