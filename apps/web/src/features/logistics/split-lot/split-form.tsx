import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { Chips } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** A part is put apart, and is a lot of its own from then on; it may lie in the same zone. */
export function SplitForm({ of, zones, onDone }: LotFormProps & { readonly zones: Warehouse['zones'] }) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [zone, setZone] = useState<string>();
  const recording = useRecording();
  const quantity = quantityIn(typed);
  const send =
    quantity === undefined || zone === undefined
      ? undefined
      : async (): Promise<void> => {
          const said = t('lot.split-said', { item: itemName(of.item, t), quantity: figure(quantity, language) });
          const { kind } = await recording.tell('logistics.split-lot', { ...of, into: uuidv7(), quantity, zone }, said);
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('lot.split')} recording={recording} send={send}>
      <QuantityField label={t('lot.how-many')} value={typed} onChange={setTyped} />
      <Chips
        label={t('lot.to-zone')}
        choices={zones.map((each) => ({ value: each.zone, label: `${each.code} · ${each.name}` }))}
        value={zone}
        onChoose={setZone}
      />
    </CommandForm>
  );
}
