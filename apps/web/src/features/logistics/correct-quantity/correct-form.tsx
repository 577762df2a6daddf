import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Correction = Schemas['CorrectQuantity'];
const directions = ['more', 'less'] as const satisfies readonly Correction['direction'][];
const reasons = ['counted-again', 'typing-error', 'waybill-corrected', 'found', 'other'] as const satisfies readonly Correction['reason'][];

/** There is more in the lot than the records say, or less. What was recorded stays to be seen. */
export function CorrectForm({ of, onDone }: LotFormProps) {
  const { t, language } = useWords();
  const [direction, setDirection] = useState<Correction['direction']>();
  const [reason, setReason] = useState<Correction['reason']>();
  const [typed, setTyped] = useState('');
  const [authority, setAuthority] = useState('');
  const recording = useRecording();
  const quantity = quantityIn(typed);
  const send =
    direction === undefined || reason === undefined || quantity === undefined || authority.trim() === ''
      ? undefined
      : async (): Promise<void> => {
          const said = t('lot.corrected', { item: itemName(of.item, t), quantity: figure(direction === 'more' ? quantity : -quantity, language) });
          const { kind } = await recording.tell('logistics.correct-quantity', { ...of, direction, quantity, reason, authority: authority.trim() }, said);
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('lot.correct')} recording={recording} send={send}>
      <Chips
        label={t('correction.direction')}
        choices={directions.map((value) => ({ value, label: t(`correction.${value}`) }))}
        value={direction}
        onChoose={setDirection}
      />
      <QuantityField label={t('correction.by')} value={typed} onChange={setTyped} />
      <Chips label={t('correction.why')} choices={reasons.map((value) => ({ value, label: t(`correction.${value}`) }))} value={reason} onChoose={setReason} />
      <TextField label={t('correction.authority')} value={authority} maxLength={60} onChange={({ target }) => setAuthority(target.value)} />
    </CommandForm>
  );
}
