import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { useAnswer } from '../../../shared/offline/index.ts';
import { SelectField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly box: { readonly box: string; readonly station: string };
  readonly onDone: () => void;
}

/** A box comes back to a warehouse. */
export function ReturnBoxForm({ box, onDone }: FormProps) {
  const { t } = useWords();
  const warehouses = useAnswer('logistics.warehouses', { limit: 500 });
  const items = warehouses.answer?.value.items ?? [];
  const [chosen, setChosen] = useState<string>();
  const to = items.find(({ warehouse }) => warehouse === chosen) ?? items[0];
  const recording = useRecording();
  const bring = async (): Promise<void> => {
    if (!to) return;
    const body = { ...box, village: to.village, warehouse: to.warehouse };
    const { kind } = await recording.tell('logistics.return-box', body, t('return-box.said', { station: box.station, warehouse: to.name }));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('return-box.act')} recording={recording} send={to && bring}>
      <SelectField
        label={t('return-box.where')}
        choices={items.map(({ warehouse, name }) => ({ value: warehouse, label: name }))}
        value={to?.warehouse}
        onChoose={setChosen}
      />
    </CommandForm>
  );
}
