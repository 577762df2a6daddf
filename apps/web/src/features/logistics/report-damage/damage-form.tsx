import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Cause = Schemas['ReportDamage']['cause'];
const causes = ['rain', 'fire', 'pest', 'handling', 'unknown'] as const satisfies readonly Cause[];

/** What was damaged by what; it is kept apart until it is destroyed lawfully. */
export function DamageForm({ of, onDone }: LotFormProps) {
  const { t, language } = useWords();
  const [cause, setCause] = useState<Cause>();
  const [typed, setTyped] = useState('');
  const recording = useRecording();
  const quantity = quantityIn(typed);
  const send =
    cause === undefined || quantity === undefined
      ? undefined
      : async (): Promise<void> => {
          const said = t('lot.damage-said', { item: itemName(of.item, t), quantity: figure(quantity, language) });
          const { kind } = await recording.tell('logistics.report-damage', { ...of, cause, quantity }, said);
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('lot.damage')} recording={recording} send={send}>
      <Chips label={t('damage.by')} choices={causes.map((value) => ({ value, label: t(`damage.${value}`) }))} value={cause} onChoose={setCause} />
      <QuantityField label={t('lot.how-many')} value={typed} onChange={setTyped} />
    </CommandForm>
  );
}
