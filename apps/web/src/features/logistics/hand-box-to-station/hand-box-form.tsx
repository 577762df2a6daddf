import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly box: { readonly box: string; readonly station: string };
  readonly onDone: () => void;
}

/** An office hands a box to the committee of its station: who takes it is written down. */
export function HandBoxForm({ box, onDone }: FormProps) {
  const { t } = useWords();
  const [receiver] = useState(() => uuidv7());
  const [name, setName] = useState('');
  const recording = useRecording();
  const hand = async (): Promise<void> => {
    const body = { ...box, receiver, receiverName: { value: name.trim() } };
    const { kind } = await recording.tell('logistics.hand-box-to-station', body, t('hand-box.said', { station: box.station, name: name.trim() }));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('hand-box.act')} recording={recording} send={name.trim() === '' ? undefined : hand}>
      <TextField label={t('hand-box.who')} hint={t('hand-box.who.hint')} value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
    </CommandForm>
  );
}
