import type { Schemas } from '../api/names.ts';
import { useWords } from '../language/language.ts';
import type { Wanted } from './draws.ts';
import { figure, itemName } from './names.ts';
import { QuantityField, quantityIn } from './quantity-field.tsx';

type Lot = Schemas['LotFound'];
/** By lot, as it was typed. */
export type Typed = Readonly<Record<string, string>>;

interface QuantitiesProps {
  readonly lots: readonly Lot[];
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** How much is taken from each of some lots. */
export function LotQuantities({ lots, typed, onChange }: QuantitiesProps) {
  const { t, language } = useWords();
  return (
    <div className="quantities">
      {lots.map(({ lot, item, waybill, quantity }) => (
        <QuantityField
          key={lot}
          label={itemName(item, t)}
          hint={t('lot.of-which', { waybill: waybill ?? t('lot.no-waybill'), quantity: figure(quantity, language) })}
          value={typed[lot] ?? ''}
          onChange={(value) => onChange({ ...typed, [lot]: value })}
        />
      ))}
    </div>
  );
}

export const wantedOf = (warehouse: string, lots: readonly Lot[], typed: Typed): readonly Wanted[] =>
  lots.flatMap(({ lot, item }) => {
    const quantity = quantityIn(typed[lot] ?? '');
    return quantity === undefined ? [] : [{ of: { warehouse, lot, item }, quantity }];
  });
