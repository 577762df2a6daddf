import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

const villageCode = /^\d{10}$/;

/** A warehouse is set up: what it is called, and in which village it stands. */
export function RegisterWarehouse({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const [warehouse] = useState(() => uuidv7());
  const [typed, setTyped] = useState({ name: '', village: '' });
  const recording = useRecording();
  const said = { name: typed.name.trim(), village: typed.village.trim() };
  const isVillage = villageCode.test(said.village);
  const send = async (): Promise<void> => {
    const { kind } = await recording.tell('logistics.register-warehouse', { warehouse, ...said }, t('warehouse.registered', { name: said.name }));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('warehouse.register')} recording={recording} send={said.name === '' || !isVillage ? undefined : send}>
      <TextField label={t('warehouse.name')} value={typed.name} maxLength={60} onChange={({ target }) => setTyped({ ...typed, name: target.value })} />
      <TextField
        label={t('warehouse.village')}
        hint={isVillage ? placeOf(said.village) : t('warehouse.village.hint')}
        inputMode="numeric"
        value={typed.village}
        maxLength={10}
        onChange={({ target }) => setTyped({ ...typed, village: target.value })}
      />
    </CommandForm>
  );
}
