import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { Chips, LongField, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['BreakSeal']['reason'];
const reasons = ['packing-error', 'inspection', 'damage', 'voting', 'order', 'other'] as const satisfies readonly Reason[];

/** A seal is broken for a reason, before a witness. */
export function BreakForm({ box, station, onDone }: { readonly box: string; readonly station: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [seal, setSeal] = useState('');
  const [reason, setReason] = useState<Reason>();
  const [witness, setWitness] = useState('');
  const [note, setNote] = useState('');
  const recording = useRecording();
  const number = seal.trim().toUpperCase();
  const send =
    reason === undefined || number === '' || witness.trim() === ''
      ? undefined
      : async (): Promise<void> => {
          const said = { witness: uuidv7(), witnessName: { value: witness.trim() }, ...(note.trim() !== '' && { note: { value: note.trim() } }) };
          const { kind } = await recording.tell(
            'logistics.break-seal',
            { box, station, seal: number, reason, ...said },
            t('seal.broken', { seal: number, station }),
          );
          if (kind !== 'refused') onDone();
        };
  return (
    <CommandForm act={t('seal.break')} recording={recording} send={send}>
      <TextField label={t('seal.number')} value={seal} maxLength={24} onChange={({ target }) => setSeal(target.value)} />
      <Chips label={t('seal.why')} choices={reasons.map((value) => ({ value, label: t(`break.${value}`) }))} value={reason} onChoose={setReason} />
      <TextField label={t('seal.witness')} value={witness} maxLength={120} onChange={({ target }) => setWitness(target.value)} />
      <LongField label={t('note.label')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
    </CommandForm>
  );
}
