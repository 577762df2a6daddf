import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { TruckSeals } from '../../../shared/logistics/truck-seals.tsx';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly of: { readonly dispatch: string; readonly destination: string };
  /** With which its truck left; null: nobody said. */
  readonly truckSeals: readonly string[] | null;
  /** Whose runs have passed checkpoints before. */
  readonly area: string;
  readonly onDone: () => void;
}

/** The truck passes a checkpoint: one that others have passed is one tap. */
export function CheckpointForm({ of, truckSeals, area, onDone }: FormProps) {
  const { t } = useWords();
  const [checkpoint, setCheckpoint] = useState('');
  const [seals, setSeals] = useState<readonly string[]>();
  const recording = useRecording();
  const runs = useAnswer('logistics.dispatch-board', { area, limit: 500 });
  const known = [...new Set(runs.answer?.value.items.flatMap((run) => run.checkpoint ?? []))].sort();
  const pass = async (): Promise<void> => {
    const { kind } = await recording.tell(
      'logistics.record-checkpoint',
      { ...of, checkpoint: checkpoint.trim(), ...(seals && { seals: [...seals] }) },
      t('checkpoint.said', { checkpoint: checkpoint.trim() }),
    );
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('checkpoint.act')} recording={recording} send={checkpoint.trim() === '' ? undefined : pass}>
      {known.length > 0 && (
        <Chips label={t('checkpoint.known')} choices={known.map((value) => ({ value, label: value }))} value={checkpoint} onChoose={setCheckpoint} />
      )}
      <TextField label={t('checkpoint.name')} value={checkpoint} maxLength={60} onChange={({ target }) => setCheckpoint(target.value)} />
      <TruckSeals left={truckSeals} found={seals} onFound={setSeals} />
    </CommandForm>
  );
}
