import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { useNow } from '../../../shared/time/use-now.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { overMs, peopleOf, type PersonInside } from './people.ts';
import { PersonCard } from './person-card.tsx';
import './inside-list.css';

/** Who is inside now, as cards: who, behind which door, for how long, and whether past their time. */
export function InsideList({ post }: { readonly post: string }) {
  const { t } = useWords();
  const inside = useAnswer('access.who-is-inside', { post });
  return (
    <section className="stack tight" aria-labelledby="inside">
      <h2 id="inside" className="small quiet">
        {t('inside.title')}
      </h2>
      <Shown of={inside}>{({ items }) => <People people={peopleOf(items)} />}</Shown>
    </section>
  );
}

function People({ people }: { readonly people: readonly PersonInside[] }) {
  const { t } = useWords();
  const now = useNow();
  const [zone, setZone] = useState('');
  const zones = [...new Set(people.map((person) => person.zone ?? ''))].sort();
  const shown = zones.includes(zone) && zone !== '' ? people.filter((person) => person.zone === zone) : people;
  const there = people.filter(({ exitNotObserved }) => exitNotObserved === null);
  const over = people.filter((person) => overMs(person, now) > 0).length;
  const late = people.filter(({ lateMs }) => lateMs > 120_000).length;
  return (
    <>
      <p className="summary">
        <span className="count">{there.length}</span>{' '}
        <span className="quiet">
          {[
            t('inside.guests', { guests: there.length }),
            over > 0 && t('inside.sum.over', { over }),
            late > 0 && t('inside.sum.late', { late }),
            people.length > there.length && t('inside.sum.not-observed', { missing: people.length - there.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {zones.length > 1 && (
        <Chips
          label={t('inside.by-door')}
          choices={[{ value: '', label: t('inside.all-doors') }, ...zones.filter(Boolean).map((value) => ({ value, label: value }))]}
          value={zone}
          onChoose={setZone}
        />
      )}
      {people.length === 0 && <Empty>{t('inside.nobody')}</Empty>}
      <ul className="stack tight">
        {shown.map((person) => (
          <li key={person.visit}>
            <PersonCard person={person} now={now} href={`/visit/${person.visit}`} />
          </li>
        ))}
      </ul>
    </>
  );
}
