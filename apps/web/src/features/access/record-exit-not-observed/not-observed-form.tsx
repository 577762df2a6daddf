import { useState } from 'react';
import type { CommandBody } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { ofLocalInput } from '../../../shared/time/say.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { LongField, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Command = CommandBody<'access.record-exit-not-observed'>;

/** The guest is not there any more and nobody saw them go: that is recorded, and no exit is invented. */
export function NotObservedForm({
  of,
  name,
  onDone,
}: {
  readonly of: Pick<Command, 'visit' | 'post' | 'guest'>;
  readonly name: string;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const [lastSeen, setLastSeen] = useState('');
  const [note, setNote] = useState('');
  const { tell, busy, problem } = useRecording();
  const seen = ofLocalInput(lastSeen);
  const send = async (): Promise<void> => {
    const body = { ...of, ...(seen !== undefined && { lastSeen: seen }), ...(note.trim() !== '' && { note: { value: note.trim() } }) };
    const { kind } = await tell('access.record-exit-not-observed', body, t('not-observed.said', { name }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <p>{t('not-observed.what')}</p>
      <TextField
        label={t('not-observed.last-seen')}
        hint={t('report.optional')}
        type="datetime-local"
        value={lastSeen}
        onChange={({ target }) => setLastSeen(target.value)}
      />
      <LongField label={t('note.label')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy} onClick={() => void send()}>
        {t('not-observed.act')}
      </Button>
    </div>
  );
}
