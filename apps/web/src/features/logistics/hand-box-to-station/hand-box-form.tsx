import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
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
  const { tell, busy, problem } = useRecording();
  const hand = async (): Promise<void> => {
    const body = { ...box, receiver, receiverName: { value: name.trim() } };
    const { kind } = await tell('logistics.hand-box-to-station', body, t('hand-box.said', { station: box.station, name: name.trim() }));
    if (kind !== 'refused') onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void hand();
      }}
    >
      <TextField label={t('hand-box.who')} hint={t('hand-box.who.hint')} value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide type="submit" disabled={busy || name.trim() === ''}>
        {t('hand-box.act')}
      </Button>
    </form>
  );
}
