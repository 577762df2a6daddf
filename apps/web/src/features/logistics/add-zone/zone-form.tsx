import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** A zone is set up: what stands over it, and what is kept there. */
export function ZoneForm({ warehouse, onDone }: { readonly warehouse: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [zone] = useState(() => uuidv7());
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const recording = useRecording();
  const said = { code: code.trim(), name: name.trim() };
  const send = async (): Promise<void> => {
    const { kind } = await recording.tell('logistics.add-zone', { warehouse, zone, ...said }, t('zones.added', said));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('zones.add')} recording={recording} send={said.code === '' || said.name === '' ? undefined : send}>
      <TextField label={t('zones.code')} hint={t('zones.code.hint')} value={code} maxLength={12} onChange={({ target }) => setCode(target.value)} />
      <TextField label={t('zones.name')} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
    </CommandForm>
  );
}
