import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { TruckSeals } from '../../../shared/logistics/truck-seals.tsx';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly run: Schemas['Manifest'];
  readonly onDone: () => void;
}

const village = /^\d{10}$/;
const mostChips = 12;

/** The truck has come: in which village. Those whose boxes it carries are one tap. */
export function ArriveForm({ run, onDone }: FormProps) {
  const { t } = useWords();
  const { nameOf, placeOf } = useAreas();
  const { dispatch, destination } = run;
  const villages = [...new Set(run.lines.flatMap(({ station }) => station?.slice(0, 10) ?? []))].sort();
  const [where, setWhere] = useState(village.test(destination) ? destination : villages.length === 1 ? (villages[0] ?? '') : '');
  const [seals, setSeals] = useState<readonly string[]>();
  const recording = useRecording();
  const arrive = async (): Promise<void> => {
    const body = { dispatch, destination, village: where, ...(seals && { seals: [...seals] }) };
    const { kind } = await recording.tell('logistics.arrive-dispatch', body, t('arrive.said', { village: nameOf(where) }));
    if (kind !== 'refused') onDone();
  };
  return (
    <CommandForm act={t('arrive.act')} recording={recording} send={!village.test(where) ? undefined : arrive}>
      {villages.length <= mostChips && (
        <Chips label={t('arrive.villages')} choices={villages.map((value) => ({ value, label: placeOf(value) }))} value={where} onChoose={setWhere} />
      )}
      <TextField
        label={t('arrive.village')}
        hint={t('arrive.village.hint')}
        value={where}
        inputMode="numeric"
        maxLength={10}
        onChange={({ target }) => setWhere(target.value)}
      />
      <TruckSeals left={run.truckSeals} found={seals} onFound={setSeals} />
    </CommandForm>
  );
}
