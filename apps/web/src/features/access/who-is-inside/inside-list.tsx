import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { useNow } from '../../../shared/time/clock.ts';
import { howLong } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';

/** Who is inside now, as cards: who, behind which door, for how long, and whether past their time. */
export function InsideList({ post }: { readonly post: string }) {
  const { t, language } = useWords();
  const now = useNow();
  const inside = useAnswer('access.who-is-inside', { post });
  return (
    <section className="stack" aria-labelledby="inside">
      <h2 id="inside">{t('inside.title')}</h2>
      <Shown of={inside}>
        {({ items }) => (
          <ul className="stack tight">
            {items.map((person) => (
              <li key={`${person.visit} ${person.door}`} className="card ok row apart">
                <div>
                  <strong>{person.name ?? t('person.unnamed')}</strong> <Lateness ms={person.lateMs} />
                  <div className="small quiet">{[person.badge, person.zone].filter(Boolean).join(' · ')}</div>
                </div>
                <div className="figures">
                  <strong>{howLong(now - Date.parse(person.entered), language)}</strong>
                  <div className="small quiet">
                    <Moment when={person.entered} />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
