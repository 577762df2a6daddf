import { useState } from 'react';
import type { CommandBody, Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { localInput, ofLocalInput } from '../../../shared/time/say.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { LongField, SelectField, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Moment } from '../../../shared/ui/times.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

const moments = ['entered', 'left', 'allowedUntil'] as const;
const notes = ['name', 'organisation', 'purpose', 'host', 'identityNumber', 'vehicle', 'items'] as const;
const fields = [...moments, 'badge', ...notes] as const;
type Field = (typeof fields)[number];

const isMoment = (field: Field): field is (typeof moments)[number] => moments.some((each) => each === field);
const isNote = (field: Field): field is (typeof notes)[number] => notes.some((each) => each === field);

type Correction = Pick<CommandBody<'access.correct-visit'>, Field>;

/** What the field should say, as the command says it; undefined while it says nothing. */
function correctionOf(field: Field, text: string): Correction | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  if (isMoment(field)) {
    const when = ofLocalInput(said);
    return when === undefined ? undefined : { [field]: when };
  }
  return isNote(field) ? { [field]: { value: said } } : { badge: said };
}

/** One field of a visit: what stands there and what should, side by side. What was recorded stays readable. */
export function CorrectForm({ visit, onDone }: { readonly visit: Schemas['VisitWhole']; readonly onDone: () => void }) {
  const { t } = useWords();
  const [field, setField] = useState<Field>('entered');
  const [text, setText] = useState(() => startOf(visit, 'entered'));
  const [reason, setReason] = useState('');
  const { tell, busy, problem } = useRecording();
  const correction = correctionOf(field, text);
  const send = async (): Promise<void> => {
    if (!correction) return;
    const body = { visit: visit.visit, post: visit.post, guest: visit.guest, reason: { value: reason.trim() }, ...correction };
    const { kind } = await tell('access.correct-visit', body, t('correct.said', { field: t(`field.${field}`) }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <SelectField
        label={t('correct.field')}
        choices={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
        value={field}
        onChoose={(chosen) => {
          setField(chosen);
          setText(startOf(visit, chosen));
        }}
      />
      <div className="side-by-side">
        <div className="note">
          <span className="small quiet">{t('correct.stands')}</span>
          <p>
            <Standing visit={visit} field={field} />
          </p>
        </div>
        <TextField
          label={t('correct.should')}
          type={isMoment(field) ? 'datetime-local' : 'text'}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <LongField label={t('correct.reason')} value={reason} maxLength={2000} onChange={({ target }) => setReason(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || !correction || reason.trim() === ''} onClick={() => void send()}>
        {t('correct.act')}
      </Button>
    </div>
  );
}

const startOf = (visit: Schemas['VisitWhole'], field: Field): string => {
  const stands = visit[field];
  return stands === null ? '' : isMoment(field) ? localInput(stands) : stands;
};

function Standing({ visit, field }: { readonly visit: Schemas['VisitWhole']; readonly field: Field }) {
  const { t } = useWords();
  const stands = visit[field];
  if (stands === null) return <span className="quiet">{t('visit.nothing')}</span>;
  return isMoment(field) ? <Moment when={stands} /> : stands;
}
