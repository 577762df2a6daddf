import { useState } from 'react';
import type { CommandBody, Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, LongField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['RefuseGuest']['reason'];
const reasons = [
  'no-business-here',
  'no-document',
  'identity-doubted',
  'host-declined',
  'watchlist',
  'prohibited-items',
  'intoxicated',
  'full',
  'closed',
  'order',
  'other',
] as const satisfies readonly Reason[];

interface RefuseProps {
  readonly of: Pick<CommandBody<'access.refuse-guest'>, 'visit' | 'post' | 'guest'>;
  readonly name: string;
  readonly suggested?: Reason;
  readonly onDone: () => void;
}

export function RefuseForm({ of, name, suggested, onDone }: RefuseProps) {
  const { t } = useWords();
  const [reason, setReason] = useState<Reason | undefined>(suggested);
  const [note, setNote] = useState('');
  const { tell, busy, problem } = useRecording();
  const refuse = async (): Promise<void> => {
    if (reason === undefined) return;
    const { kind } = await tell(
      'access.refuse-guest',
      { ...of, reason, ...(note.trim() !== '' && { note: { value: note.trim() } }) },
      t('refuse.said', { name }),
    );
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <Chips label={t('refuse.reason')} choices={reasons.map((value) => ({ value, label: t(`refusal.${value}`) }))} value={reason} onChoose={setReason} />
      <LongField label={t('note.label')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="alarms" wide disabled={busy || reason === undefined} onClick={() => void refuse()}>
        {t('refuse.act')}
      </Button>
    </div>
  );
}
