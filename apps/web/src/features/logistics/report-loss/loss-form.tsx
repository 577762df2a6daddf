import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { LongField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** What is gone, and nobody can say where to. */
export function LossForm({ of, onDone }: LotFormProps) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const recording = useRecording();
  const quantity = quantityIn(typed);
  const send =
    quantity === undefined
      ? undefined
      : async (): Promise<void> => {
          const body = { ...of, quantity, ...(note.trim() !== '' && { note: { value: note.trim() } }) };
          const said = t('lot.loss-said', { item: itemName(of.item, t), quantity: figure(quantity, language) });
          const { kind } = await recording.tell('logistics.report-loss', body, said);
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('lot.loss')} recording={recording} send={send}>
      <QuantityField label={t('lot.how-many')} value={typed} onChange={setTyped} />
      <LongField label={t('lot.how-noticed')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
    </CommandForm>
  );
}
