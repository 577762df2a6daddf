import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { ItemField, itemIn } from '../../../shared/logistics/item-field.tsx';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** How much of an item the warehouse must send out, and what says so; what it received beyond that is surplus. */
export function RequirementForm({ warehouse, onDone }: { readonly warehouse: string; readonly onDone: () => void }) {
  const { t, language } = useWords();
  const [named, setNamed] = useState('');
  const [typed, setTyped] = useState('');
  const [basis, setBasis] = useState('');
  const recording = useRecording();
  const item = itemIn(named, t);
  const quantity = quantityIn(typed);
  const send =
    quantity === undefined || item === '' || basis.trim() === ''
      ? undefined
      : async (): Promise<void> => {
          const said = t('requirement.said', { item: itemName(item, t), quantity: figure(quantity, language) });
          const { kind } = await recording.tell('logistics.plan-requirement', { warehouse, item, quantity, basis: basis.trim() }, said);
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('requirement.act')} recording={recording} send={send}>
      <ItemField label={t('delivery.item')} value={named} onChange={setNamed} />
      <QuantityField label={t('requirement.quantity')} value={typed} onChange={setTyped} />
      <TextField label={t('requirement.basis')} value={basis} maxLength={60} onChange={({ target }) => setBasis(target.value)} />
    </CommandForm>
  );
}
