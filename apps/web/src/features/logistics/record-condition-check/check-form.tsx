import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import { LongField, TextField, Ticks } from '../../../shared/ui/field.tsx';
import { PhotoField, TakenPhoto } from '../../../shared/ui/photo-field.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { mostPhotos, useZonePhotos } from './use-zone-photos.ts';

type Hazard = Schemas['RecordConditionCheck']['found'][number];
const hazards = ['rain', 'leak', 'fire-risk', 'pests', 'humidity'] as const satisfies readonly Hazard[];

interface CheckProps {
  readonly warehouse: string;
  readonly zone: string;
  readonly code: string;
  readonly onDone: () => void;
}

/** Somebody went to a zone and looked: one tap when all is well. */
export function CheckForm({ warehouse, zone, code, onDone }: CheckProps) {
  const { t } = useWords();
  const [found, setFound] = useState<ReadonlySet<Hazard>>(new Set());
  const [humidity, setHumidity] = useState('');
  const [note, setNote] = useState('');
  const { photos, add, remove, named, keep } = useZonePhotos({ warehouse, zone });
  const recording = useRecording();
  const send = async (): Promise<void> => {
    const taken = await named();
    const body = {
      warehouse,
      zone,
      found: hazards.filter((hazard) => found.has(hazard)),
      photos: taken.map(({ photo }) => photo),
      ...(humidity !== '' && { humidity: Number(humidity) }),
      ...(note.trim() !== '' && { note: { value: note.trim() } }),
    };
    const { kind } = await recording.tell('logistics.record-condition-check', body, t('zones.checked', { code }));
    if (kind === 'refused') return;
    void keep(taken);
    onDone();
  };
  return (
    <CommandForm
      act={t(found.size === 0 ? 'zones.record-well' : 'zones.record-hazard')}
      recording={recording}
      send={Number(humidity) <= 100 ? send : undefined}
    >
      <Ticks label={t('zones.found')} choices={hazards.map((value) => ({ value, label: t(`hazard.${value}`) }))} values={found} onChoose={setFound} />
      <TextField
        label={t('zones.humidity-field')}
        hint={t('report.optional')}
        inputMode="numeric"
        maxLength={3}
        value={humidity}
        onChange={({ target }) => setHumidity(target.value.replaceAll(/\D/g, ''))}
      />
      <LongField label={t('note.label')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      {photos.map((photo, index) => (
        <TakenPhoto key={photo} photo={photo} alt={t('zones.photo-taken', { number: index + 1 })} onRemove={() => remove(photo)} />
      ))}
      {photos.length < mostPhotos && <PhotoField label={t('zones.photo-take')} onPhoto={add} />}
    </CommandForm>
  );
}
