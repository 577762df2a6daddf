import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { GuardsField } from '../../../shared/people/guards-field.tsx';
import { useMe } from '../../../shared/session/session.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** Takes up watch where nobody keeps it. */
export function StartShiftForm({ post, onDone }: { readonly post: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const { account } = useMe();
  const [guards, setGuards] = useState<ReadonlySet<string>>(new Set([account]));
  const { tell, busy, problem } = useRecording();
  const start = async (): Promise<void> => {
    const { kind } = await tell('access.start-shift', { shift: uuidv7(), post, guards: [...guards] }, t('shift.started'));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <GuardsField post={post} label={t('shift.guards')} chosen={guards} onChoose={setGuards} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || guards.size === 0} onClick={() => void start()}>
        {t('shift.start')}
      </Button>
    </div>
  );
}
