import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { howLong } from '../../../shared/time/say.ts';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';
import { overMs, type PersonInside } from './people.ts';

/** Amber when past the allowed time, dashed when told late or not seen to leave; each with its words. */
function lookOf(person: PersonInside, over: number): string {
  if (person.contradicted) return 'alarm';
  if (over > 0) return 'warn';
  return person.exitNotObserved !== null || person.lateMs > 120_000 ? 'late' : 'ok';
}

export function PersonCard({ person, now, href }: { readonly person: PersonInside; readonly now: number; readonly href: string }) {
  const { t, language } = useWords();
  const over = overMs(person, now);
  return (
    <Link href={href} className={`card person ${lookOf(person, over)}`}>
      <span className="grow">
        <strong>{person.name ?? t('person.unnamed')}</strong>
        <span className="small quiet block">{[person.badge, person.zone].filter(Boolean).join(' · ')}</span>
        <span className="badges">
          {over > 0 && <span className="badge warn">{t('inside.over', { howLong: howLong(over, language) })}</span>}
          {person.exitNotObserved !== null && <span className="badge late">{t('inside.not-observed')}</span>}
          {person.contradicted && <span className="badge alarm">{t('contradiction.short')}</span>}
          <Lateness ms={person.lateMs} />
        </span>
      </span>
      <span className="for figures">
        <strong>{howLong(now - Date.parse(person.entered), language)}</strong>
        <span className="small quiet block">
          <Moment when={person.entered} />
        </span>
      </span>
    </Link>
  );
}
