import { useState } from 'react';
import { useWords } from '../language/language.ts';
import { CommandForm } from '../logistics/command-form.tsx';
import { LongField } from '../ui/field.tsx';
import type { Recording } from '../ui/use-recording.ts';

interface FormProps {
  readonly recording: Recording;
  readonly record: (explanation: { readonly value: string }) => Promise<unknown>;
}

/** How a contradiction came about, by whoever answers for it. */
export function ExplanationForm({ recording, record }: FormProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const value = typed.trim();
  return (
    <CommandForm act={t('doubt.explain-act')} recording={recording} send={value === '' ? undefined : () => record({ value })}>
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
