import { useId, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { ofLocalInput } from '../../../shared/time/say.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, LongField, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['AddToWatchlist']['reason'];
const reasons = [
  'threat',
  'theft',
  'violence',
  'tampering',
  'impersonation',
  'order-of-a-court',
  'asked-by-supervisor',
  'other',
] as const satisfies readonly Reason[];

/** Somebody at whom guards are to look twice: a guest who was here before, by name, or anybody else. */
export function AddToWatchlist({ post, onDone }: { readonly post: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const list = useId();
  const asked = useAnswer('access.known-guests', { post, limit: 500 });
  const known = asked.answer?.value.items ?? [];
  const [name, setName] = useState('');
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const { tell, busy, problem } = useRecording();
  const end = ofLocalInput(until);
  const add = async (): Promise<void> => {
    if (reason === undefined) return;
    const person = known.find((guest) => guest.name === name.trim())?.guest ?? uuidv7();
    const more = { ...(note.trim() !== '' && { note: { value: note.trim() } }), ...(end !== undefined && { until: end }) };
    const { kind } = await tell(
      'access.add-to-watchlist',
      { entry: uuidv7(), post, person, name: { value: name.trim() }, reason, ...more },
      t('watchlist.added', { name: name.trim() }),
    );
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <TextField
        label={t('report.name')}
        hint={t('watchlist.known-or-not')}
        list={list}
        value={name}
        maxLength={120}
        onChange={({ target }) => setName(target.value)}
      />
      <datalist id={list}>{known.map((guest) => guest.name !== null && <option key={guest.guest} value={guest.name} />)}</datalist>
      <Chips
        label={t('watchlist.reason')}
        choices={reasons.map((value) => ({ value, label: t(`watch-reason.${value}`) }))}
        value={reason}
        onChoose={setReason}
      />
      <LongField label={t('note.label')} hint={t('report.optional')} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      <TextField
        label={t('watchlist.until')}
        hint={t('report.optional')}
        type="datetime-local"
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || asked.waiting || name.trim() === '' || reason === undefined} onClick={() => void add()}>
        {t('watchlist.add')}
      </Button>
    </div>
  );
}
