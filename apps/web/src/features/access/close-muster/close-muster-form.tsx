import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { LongField, Ticks } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** The count is over: whoever is still missing is named, one by one, before it can be. */
export function CloseMusterForm({ post, muster, onDone }: { readonly post: string; readonly muster: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const musters = useAnswer('access.musters', { post, limit: 5 });
  const people = musters.answer?.value.items.find((each) => each.muster === muster)?.people ?? [];
  const missing = people.filter(({ expected, state }) => expected && state === null);
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const { tell, busy, problem } = useRecording();
  const close = async (): Promise<void> => {
    const body = { muster, post, missing: [...named], ...(note.trim() !== '' && { note: { value: note.trim() } }) };
    const { kind } = await tell('access.close-muster', body, t('muster.close.said'));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      {missing.length > 0 && (
        <Ticks
          label={t('muster.name-missing')}
          choices={missing.map(({ visit, name }) => ({ value: visit, label: name ?? t('person.unnamed') }))}
          values={named}
          onChoose={setNamed}
        />
      )}
      <LongField label={t('note.label')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || musters.waiting} onClick={() => void close()}>
        {t('muster.close')}
      </Button>
    </div>
  );
}
