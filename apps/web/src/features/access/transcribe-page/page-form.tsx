import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useNames } from '../../../shared/entries/use-names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { ofLocalInput } from '../../../shared/time/say.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { digestOf } from '../../../shared/ui/digest.ts';
import { SelectField, TextField } from '../../../shared/ui/field.tsx';
import { PictureField } from '../../../shared/ui/picture-field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { entryOf, type Line, type Whose } from './line.ts';
import { LineFields } from './line-fields.tsx';

const emptyLine = (): Line => ({
  key: uuidv7(),
  time: '',
  what: 'guest-reported',
  whose: undefined,
  identityType: undefined,
  purpose: '',
  door: undefined,
  badge: '',
  reason: undefined,
});

/** A page of the paper log, copied line by line: who kept it, from when until when, and the digest of its photograph. */
export function PageForm({ post, onDone }: { readonly post: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const [page] = useState(() => uuidv7());
  const [photo, setPhoto] = useState<string>();
  const [keptBy, setKeptBy] = useState<string>();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [lines, setLines] = useState<readonly Line[]>(() => [emptyLine()]);
  const { tell, busy, problem } = useRecording();
  const keepers = useKeepers(post);
  const inside = useAnswer('access.who-is-inside', { post });
  const present = (inside.answer?.value.items ?? []).map(({ visit, guest, name }) => ({ visit, guest, name: name ?? t('person.unnamed') }));
  const reportedOn = lines.flatMap(({ what, whose }): readonly Whose[] => (what === 'guest-reported' && whose ? [whose] : []));
  const entries = lines.map((line) => entryOf(line, from));
  const [begins, ends] = [ofLocalInput(from), ofLocalInput(until)];
  const whole = entries.every((entry) => entry !== undefined);
  const change = (key: string, changed: Partial<Line>): void => setLines((before) => before.map((line) => (line.key === key ? { ...line, ...changed } : line)));

  const copy = async (): Promise<void> => {
    if (photo === undefined || keptBy === undefined || begins === undefined || ends === undefined) return;
    const copied = entries.filter((entry) => entry !== undefined);
    const { kind } = await tell('access.transcribe-page', { page, post, photo, keptBy, from: begins, until: ends, entries: copied }, t('paper.said'));
    if (kind !== 'refused') onDone();
  };

  return (
    <div className="stack">
      <p className="note">{t('paper.means')}</p>
      <PictureField
        label={t('paper.photo')}
        hint={photo === undefined ? t('paper.photo.hint') : t('paper.photo.digest', { digest: photo.slice(0, 16) })}
        onPicture={(file) => void digestOf(file).then(setPhoto)}
      />
      <SelectField label={t('paper.kept-by')} choices={keepers} value={keptBy} onChoose={setKeptBy} />
      <TextField label={t('paper.from')} type="datetime-local" value={from} required onChange={({ target }) => setFrom(target.value)} />
      <TextField label={t('paper.until')} type="datetime-local" value={until} required onChange={({ target }) => setUntil(target.value)} />
      {lines.map((line, index) => (
        <LineFields
          key={line.key}
          post={post}
          number={index + 1}
          line={line}
          guests={[...reportedOn, ...present]}
          onChange={(changed) => change(line.key, changed)}
          onRemove={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
        />
      ))}
      <Button wide onClick={() => setLines((before) => [...before, emptyLine()])}>
        {t('paper.add-line')}
      </Button>
      {problem && <ProblemNote problem={problem} />}
      <Button
        does="acts"
        wide
        disabled={busy || photo === undefined || keptBy === undefined || begins === undefined || ends === undefined || !whole || lines.length === 0}
        onClick={() => void copy()}
      >
        {t('paper.act')}
      </Button>
    </div>
  );
}

/** Whoever kept watch in one of the last shifts. */
function useKeepers(post: string): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useWords();
  const nameOf = useNames(post);
  const shifts = useAnswer('access.shifts', { post, limit: 30 });
  const guards = new Set((shifts.answer?.value.items ?? []).flatMap(({ guards: ofShift }) => ofShift));
  return [...guards].map((guard) => ({ value: guard, label: nameOf(guard) ?? t('entry.somebody') }));
}
