import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Damaged = Schemas['DamagedCounted'];
const causes = ['rain', 'fire', 'pest', 'handling', 'unknown'] as const satisfies readonly Damaged['cause'][];

/** How many of those that were looked at are good, and how many are damaged by what. */
export function InspectForm({ of, onDone }: LotFormProps) {
  const { t, language } = useWords();
  const [good, setGood] = useState('');
  const [counts, setCounts] = useState<Readonly<Partial<Record<Damaged['cause'], string>>>>({});
  const recording = useRecording();
  const damaged = causes.flatMap((cause): Damaged[] => {
    const quantity = quantityIn(counts[cause] ?? '');
    return quantity === undefined ? [] : [{ cause, quantity }];
  });
  const bad = damaged.reduce((sum, { quantity }) => sum + quantity, 0);
  const send = async (): Promise<void> => {
    const said = t('lot.inspected', { item: itemName(of.item, t), good: figure(Number(good), language), damaged: figure(bad, language) });
    const { kind } = await recording.tell('logistics.inspect-lot', { ...of, good: Number(good), damaged }, said);
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('lot.inspect')} recording={recording} send={Number(good) + bad > 0 ? send : undefined}>
      <QuantityField label={t('lot.good')} value={good} onChange={setGood} />
      <div className="quantities">
        {causes.map((cause) => (
          <QuantityField
            key={cause}
            label={t('lot.damaged-by', { cause: t(`damage.${cause}`) })}
            value={counts[cause] ?? ''}
            onChange={(typed) => setCounts((before) => ({ ...before, [cause]: typed }))}
          />
        ))}
      </div>
    </CommandForm>
  );
}
