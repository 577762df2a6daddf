import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { sealsIn } from '../../../shared/logistics/seals.ts';
import { TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** Which seals are put on a box; a hand scanner types them one after the other. */
export function SealForm({ box, station, onDone }: { readonly box: string; readonly station: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const recording = useRecording();
  const seals = sealsIn(typed);
  const send = async (): Promise<void> => {
    const { kind } = await recording.tell('logistics.seal-box', { box, station, seals: [...seals] }, t('seal.said', { station, seals: seals.join(', ') }));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('seal.act')} recording={recording} send={seals.length > 0 ? send : undefined}>
      <TextField label={t('seal.numbers')} hint={t('seals.hint')} value={typed} maxLength={500} onChange={({ target }) => setTyped(target.value)} />
    </CommandForm>
  );
}
