import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import type { Instant } from '../../../shared/time/clock.ts';
import { clockTime, howLong, rfc3339 } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Lateness } from '../../../shared/ui/times.tsx';
import { peopleOf, type PersonInside } from './people.ts';
import './inside-at.css';

interface AtProps {
  readonly post: string;
  /** How things were at this instant … */
  readonly at: Instant;
  /** … and as it was known at this one. */
  readonly knownAt: Instant;
}

/** Both answers, always side by side: who was inside as is known now, and as was known then; what differs is marked. */
export function InsideAt({ post, at, knownAt }: AtProps) {
  const { t, language } = useWords();
  const now = useAnswer('access.who-is-inside', { post, at: rfc3339(at) });
  const then = useAnswer('access.who-is-inside', { post, at: rfc3339(at), knownAt: rfc3339(knownAt) });
  const known = then.answer && new Set(then.answer.value.items.map(({ visit }) => visit));
  const learnt = now.answer && new Set(now.answer.value.items.map(({ visit }) => visit));
  const times = { at: clockTime(at, language), knownAt: clockTime(knownAt, language) };
  return (
    <div className="two-answers">
      <section className="answer-now" aria-label={t('rewind.now', times)}>
        <h2>{t('rewind.now', times)}</h2>
        <Shown of={now}>{({ items }) => <People people={peopleOf(items)} at={at} others={known} differs={t('rewind.learnt-later')} />}</Shown>
      </section>
      <section className="answer-then" aria-label={t('rewind.then', times)}>
        <h2>{t('rewind.then', times)}</h2>
        <Shown of={then}>{({ items }) => <People people={peopleOf(items)} at={at} others={learnt} differs={t('rewind.corrected-later')} />}</Shown>
      </section>
    </div>
  );
}

interface PeopleProps {
  readonly people: readonly PersonInside[];
  readonly at: Instant;
  /** Whom the other answer has; who is missing there is marked. */
  readonly others: ReadonlySet<string> | undefined;
  readonly differs: string;
}

function People({ people, at, others, differs }: PeopleProps) {
  const { t, language } = useWords();
  return (
    <>
      <p className="summary">
        <span className="count">{people.length}</span> <span className="quiet">{t('inside.guests', { guests: people.length })}</span>
      </p>
      <ul className="stack tight">
        {people.map((person) => {
          const only = others !== undefined && !others.has(person.visit);
          return (
            <li key={person.visit} className={`card ${only ? 'late' : 'plain'}`}>
              <span className="row apart">
                <strong>{person.name ?? t('person.unnamed')}</strong>
                <span className="figures">{howLong(at - Date.parse(person.entered), language)}</span>
              </span>
              <span className="small quiet block">
                {[person.badge, person.zone].filter(Boolean).join(' · ')} · {clockTime(person.entered, language)}
              </span>
              <span className="badges">
                {only && <span className="badge late">{differs}</span>}
                <Lateness ms={person.lateMs} />
                {person.contradicted && <span className="badge alarm">{t('contradiction.short')}</span>}
                {person.exitNotObserved !== null && <span className="badge late">{t('inside.not-observed')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
