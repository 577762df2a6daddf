import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { Explained } from '../../../shared/logistics/contradictions.ts';
import { LongField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly of: Omit<Explained, 'explanation'>;
  readonly onDone: () => void;
}

/** How a contradiction came about, by whoever answers for it. */
export function ExplainForm({ of, onDone }: FormProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const recording = useRecording();
  const explanation = typed.trim();
  const explain = async (): Promise<void> => {
    const { kind } = await recording.tell('logistics.explain-contradiction', { ...of, explanation: { value: explanation } }, t('doubt.explained-said'));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('doubt.explain-act')} recording={recording} send={explanation === '' ? undefined : explain}>
      <p className="note">{t('doubt.explain-what')}</p>
      <LongField
        label={t('doubt.explain-how')}
        hint={t('doubt.explain-hint')}
        value={typed}
        maxLength={2000}
        onChange={({ target }) => setTyped(target.value)}
      />
    </CommandForm>
  );
}
