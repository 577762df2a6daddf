import { command } from '#kernel';
import { plannedAt, requirementPlanned, warehouse } from '../../domain/warehouse.ts';
import { DocumentNumber, Item, Quantity } from '../fields.ts';
import { ofWarehouse, OfWarehouse, warehouseNotRegistered } from '../of-warehouse.ts';

export class PlanRequirement extends OfWarehouse {
  @Item('Of what') item!: string;
  @Quantity('How much the warehouse must send out in all') quantity!: number;
  @DocumentNumber('The decision or the calculation that it rests on', 'Keputusan KPU 1395/2023') basis!: string;
}

export const planRequirement = command(PlanRequirement)({
  name: 'logistics.plan-requirement',
  summary: 'How much of an item a warehouse must send out; what it received beyond that is surplus.',
  records: 'order',
  roles: ['dispatcher', 'admin'],
  scope: ofWarehouse,
  writes: { warehouse: (c) => warehouse.at(c.warehouse) },

  objections: {
    'logistics.warehouse-not-registered': (_, { warehouse }) => warehouseNotRegistered(warehouse),
    'logistics.requirement-unchanged': ({ item, quantity, basis }, { warehouse }, { effectiveAt }) => {
      const plan = plannedAt(warehouse, item, effectiveAt);
      return plan?.quantity === quantity && plan.basis === basis;
    },
  },

  record: ({ item, quantity, basis }) => [requirementPlanned({ item, quantity, basis })],
});
