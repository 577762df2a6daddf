import type { Schemas } from '../../../shared/api/names.ts';
import type { ContentLine } from '../../../shared/logistics/content-lines.tsx';
import type { Typed } from '../../../shared/logistics/lot-quantities.tsx';

type Planned = Pick<Schemas['PlannedContent'], 'item' | 'planned' | 'drawn'>;
type Lot = Pick<Schemas['LotFound'], 'lot' | 'item' | 'quantity'>;

/** What still lacks, taken from the lots in their order, from each as much as it has. */
export function asPlanned(plan: readonly Planned[], lots: readonly Lot[]): Typed {
  const taken: Record<string, string> = {};
  for (const { item, planned, drawn } of plan) {
    let lacking = planned - drawn;
    for (const { lot, quantity } of lots.filter((each) => each.item === item)) {
      const some = Math.min(lacking, quantity);
      if (some <= 0) break;
      taken[lot] = String(some);
      lacking -= some;
    }
  }
  return taken;
}

/** What the box would hold against its plan, with what is typed; what is typed and in no plan stands last. */
export function againstPlan(plan: readonly Planned[], lots: readonly Lot[], typed: Typed): readonly ContentLine[] {
  const sums = new Map<string, number>();
  for (const { lot, item } of lots) sums.set(item, (sums.get(item) ?? 0) + Number(typed[lot] ?? ''));
  const planned = plan.map((each) => ({ item: each.item, planned: each.planned, packed: each.drawn + (sums.get(each.item) ?? 0) }));
  const others = [...sums].filter(([item, quantity]) => quantity > 0 && !plan.some((each) => each.item === item));
  return [...planned, ...others.map(([item, packed]) => ({ item, planned: undefined, packed }))];
}
