import { useState } from 'react';
import type { CommandBody } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { serverNow } from '../../../shared/time/clock.ts';
import { localInput, ofLocalInput } from '../../../shared/time/say.ts';
import { Chips, LongField, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = CommandBody<'logistics.report-delay'>['reason'];
const reasons = ['breakdown', 'flood', 'road-closed', 'accident', 'weather', 'blockade', 'order', 'other'] as const satisfies readonly Reason[];

interface FormProps {
  readonly of: { readonly dispatch: string; readonly destination: string };
  readonly onDone: () => void;
}

const hour = 3_600_000;

/** The run will be late: why, and by when it comes now. */
export function DelayForm({ of, onDone }: FormProps) {
  const { t } = useWords();
  const [reason, setReason] = useState<Reason>();
  const [until, setUntil] = useState(() => localInput(serverNow() + hour));
  const [note, setNote] = useState('');
  const recording = useRecording();
  const due = ofLocalInput(until);
  const report = async (): Promise<void> => {
    if (reason === undefined || due === undefined) return;
    const body = { ...of, reason, due, ...(note.trim() !== '' && { note: { value: note.trim() } }) };
    const { kind } = await recording.tell('logistics.report-delay', body, t('delay.said'));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('delay.act')} recording={recording} send={reason === undefined || due === undefined ? undefined : report}>
      <Chips label={t('delay.why')} choices={reasons.map((value) => ({ value, label: t(`delay.${value}`) }))} value={reason} onChoose={setReason} />
      <TextField label={t('delay.due')} type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />
      <LongField label={t('delay.note')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
    </CommandForm>
  );
}
