import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Level = Schemas['RegisterDoor']['level'];
const levels = ['open', 'restricted', 'two-person'] as const satisfies readonly Level[];

export function RegisterDoor({ post, onDone }: { readonly post: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [zone, setZone] = useState('');
  const [level, setLevel] = useState<Level>('restricted');
  const [capacity, setCapacity] = useState('20');
  const { tell, busy, problem } = useRecording();
  const register = async (): Promise<void> => {
    const body = { door: uuidv7(), post, code: code.trim(), zone: zone.trim(), level, capacity: Number(capacity) };
    const { kind } = await tell('access.register-door', body, t('doors.registered', { code: code.trim() }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <TextField label={t('doors.code')} value={code} maxLength={12} onChange={({ target }) => setCode(target.value)} />
      <TextField label={t('doors.zone')} value={zone} maxLength={60} onChange={({ target }) => setZone(target.value)} />
      <Chips label={t('doors.level')} choices={levels.map((value) => ({ value, label: t(`door-level.${value}`) }))} value={level} onChoose={setLevel} />
      <TextField label={t('doors.capacity')} inputMode="numeric" value={capacity} onChange={({ target }) => setCapacity(target.value.replaceAll(/\D/g, ''))} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || code.trim() === '' || zone.trim() === '' || capacity === ''} onClick={() => void register()}>
        {t('doors.register')}
      </Button>
    </div>
  );
}
