import { useState } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { GuardsField } from '../../../shared/people/guards-field.tsx';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { LongField } from '../../../shared/ui/field.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import './hand-over-form.css';

interface Named {
  readonly visit: string;
  readonly name: string | null;
  readonly badge: string | null;
  readonly zone: string | null;
}

/** Who is inside is acknowledged one by one; then the watch goes to others. What differs from the log is shown, not argued away. */
export function HandOverForm({ post, shift, onDone }: { readonly post: string; readonly shift: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const inside = useAnswer('access.who-is-inside', { post });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState<ReadonlySet<string>>(new Set());
  const [notes, setNotes] = useState('');
  const { tell, busy, problem } = useRecording();
  const handOver = async (): Promise<void> => {
    const body = { shift, post, to: [...to], acknowledged: [...seen], ...(notes.trim() !== '' && { notes: { value: notes.trim() } }) };
    const { kind } = await tell('access.hand-over-shift', body, t('hand-over.said'));
    if (kind !== 'refused') onDone();
  };
  return (
    <Shown of={inside}>
      {({ items }) => {
        const people: readonly Named[] = items.filter(({ inner, exitNotObserved }) => !inner && exitNotObserved === null);
        return (
          <div className="stack">
            <fieldset className="stack tight">
              <legend>{t('hand-over.seen', { seen: people.filter(({ visit }) => seen.has(visit)).length, inside: people.length })}</legend>
              {people.length === 0 && <Empty>{t('inside.nobody')}</Empty>}
              {people.map((person) => (
                <SeenTick key={person.visit} person={person} seen={seen} onChange={setSeen} />
              ))}
            </fieldset>
            <GuardsField post={post} label={t('hand-over.to')} chosen={to} onChoose={setTo} />
            <LongField
              label={t('hand-over.notes')}
              hint={t('report.optional')}
              value={notes}
              maxLength={2000}
              onChange={({ target }) => setNotes(target.value)}
            />
            {problem && <Difference problem={problem} people={people} />}
            <Button does="acts" wide disabled={busy || to.size === 0} onClick={() => void handOver()}>
              {t('hand-over.act')}
            </Button>
          </div>
        );
      }}
    </Shown>
  );
}

interface TickProps {
  readonly person: Named;
  readonly seen: ReadonlySet<string>;
  readonly onChange: (seen: ReadonlySet<string>) => void;
}

function SeenTick({ person: { visit, name, badge, zone }, seen, onChange }: TickProps) {
  const { t } = useWords();
  const isSeen = seen.has(visit);
  return (
    <label className={`card seen ${isSeen ? 'ok' : ''}`}>
      <input
        type="checkbox"
        checked={isSeen}
        onChange={() => onChange(isSeen ? new Set([...seen].filter((each) => each !== visit)) : new Set([...seen, visit]))}
      />
      <span className="grow">
        <strong>{name ?? t('person.unnamed')}</strong>
        <span className="small quiet block">{[badge, zone].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="small quiet">{t(isSeen ? 'hand-over.is-seen' : 'hand-over.not-seen')}</span>
    </label>
  );
}

const listed = (details: Readonly<Record<string, unknown>>, name: string): readonly string[] => {
  const found = details[name];
  return Array.isArray(found) ? found.filter((each): each is string => typeof each === 'string') : [];
};

/** The log's list and the acknowledged one side by side, by name. */
function Difference({ problem, people }: { readonly problem: Problem; readonly people: readonly Named[] }) {
  const { t } = useWords();
  const differs = problem.objections?.find(({ code }) => code === 'access.muster-differs');
  const called = (visit: string): string => people.find((person) => person.visit === visit)?.name ?? t('person.unnamed');
  return (
    <div className="stack tight">
      <ProblemNote problem={problem} />
      {differs && (
        <div className="side-by-side" role="alert">
          <div className="note warn">
            <strong>{t('hand-over.only-log')}</strong>
            <ul>
              {listed(differs.details, 'notAcknowledged').map((visit) => (
                <li key={visit}>{called(visit)}</li>
              ))}
            </ul>
          </div>
          <div className="note warn">
            <strong>{t('hand-over.only-seen')}</strong>
            <ul>
              {listed(differs.details, 'notInside').map((visit) => (
                <li key={visit}>{called(visit)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
