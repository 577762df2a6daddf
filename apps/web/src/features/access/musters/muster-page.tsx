import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { calledOut, type CalledOut } from './called-out.ts';
import './muster-page.css';

type State = Schemas['AccountFor']['state'];
const otherStates = ['injured', 'in-hospital', 'had-left-before', 'dead'] as const satisfies readonly State[];

/**
 * Everyone who was inside, with one large button each, and how many are found. Until the log has the muster, and
 * without a network, the list is whoever this phone knows to be inside.
 */
export function MusterCount({ post, muster }: { readonly post: string; readonly muster: string }) {
  const { t } = useWords();
  const musters = useAnswer('access.musters', { post, limit: 5 });
  const inside = useAnswer('access.who-is-inside', { post });
  const found = musters.answer?.value.items.find((each) => each.muster === muster);
  // Before that nobody may read that all are found, nor that there is nobody.
  const isKnown = found !== undefined || inside.answer !== undefined;
  const [here, setHere] = useState<ReadonlyMap<string, State>>(new Map());
  const people = calledOut(found?.people, inside.answer?.value.items ?? [], here);
  const expected = people.filter(({ expected: sought }) => sought);
  const counted = expected.filter(({ state }) => state !== null).length;
  return (
    <div className="stack">
      {isKnown && (
        <p className="muster-count figures" role="status">
          <strong>{counted}</strong> {t('muster.of', { expected: expected.length })}
          <span className="block small">{counted < expected.length ? t('muster.missing', { missing: expected.length - counted }) : t('muster.all-found')}</span>
        </p>
      )}
      {found && (
        <p className="small quiet">
          {t(`muster.${found.reason}`)} · <Moment when={found.declared} /> <Lateness ms={found.lateMs} />
          {found.closed !== null && ` · ${t('muster.closed')}`}
        </p>
      )}
      <Shown of={inside}>{() => null}</Shown>
      {isKnown && people.length === 0 && <Empty>{t('muster.nobody')}</Empty>}
      <ul className="stack tight">
        {people.map((person) => (
          <li key={person.visit}>
            <Called
              post={post}
              muster={muster}
              person={person}
              open={found === undefined || found.closed === null}
              onState={(state) => setHere((before) => new Map(before).set(person.visit, state))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CalledProps {
  readonly post: string;
  readonly muster: string;
  readonly person: CalledOut;
  readonly open: boolean;
  readonly onState: (state: State) => void;
}

function Called({ post, muster, person, open, onState }: CalledProps) {
  const { t } = useWords();
  const [more, setMore] = useState(false);
  const { tell, busy, problem } = useRecording();
  const name = person.name ?? t('person.unnamed');
  const say = async (state: State): Promise<void> => {
    const body = { muster, post, visit: person.visit, state, ...(!person.expected && { unlisted: true }) };
    const { kind } = await tell('access.account-for', body, t('muster.said', { name, state: t(`accounted.${state}`) }));
    if (kind !== 'refused') onState(state);
    setMore(false);
  };
  return (
    <div className={`card called ${person.state === null ? 'warn' : person.state === 'safe' ? 'ok' : 'late'}`}>
      <div className="grow">
        <strong>{name}</strong>
        <span className="small quiet block">
          {[person.badge, person.zone, !person.expected && t('muster.unlisted'), person.exitNotObserved && t('inside.not-observed')]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={`badge ${person.state === null ? 'warn' : 'ok'}`}>{person.state === null ? t('muster.not-yet') : t(`accounted.${person.state}`)}</span>
      </div>
      {open && person.state === null && !more && (
        <div className="row">
          <Button does="acts" disabled={busy} onClick={() => void say('safe')} aria-label={t('muster.is-safe', { name })}>
            {t('accounted.safe')}
          </Button>
          <Button disabled={busy} onClick={() => setMore(true)} aria-label={t('muster.else', { name })}>
            {t('muster.else.short')}
          </Button>
        </div>
      )}
      {more && (
        <div className="row">
          {otherStates.map((state) => (
            <Button key={state} low disabled={busy} onClick={() => void say(state)}>
              {t(`accounted.${state}`)}
            </Button>
          ))}
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
