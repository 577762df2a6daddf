import type { Schemas } from '../api/names.ts';
import { useWords } from '../language/language.ts';
import type { Instant } from '../time/clock.ts';
import { civilDay, clockTime, utcMoment } from '../time/say.ts';
import { usePreferences } from '../ui/preferences.ts';
import { Clock, Lateness, promptly } from '../ui/times.tsx';
import { reasonKey } from './reasons.ts';
import { whatKey } from './what.ts';
import './entry-list.css';

/** A line of the log, or one that waits on this phone. */
export type Entry = Schemas['Entry'] & { readonly waits?: true };

interface ListProps {
  readonly entries: readonly Entry[];
  readonly nameOf: (account: string) => string | undefined;
  /** What the log learnt only after this instant is hatched. */
  readonly knownAt?: Instant;
}

type EntryProps = Omit<ListProps, 'entries'> & { readonly entry: Entry };

/** Lines of the log as people read them: when, what, who; lateness and contradictions in words on every line. */
export function EntryList({ entries, ...how }: ListProps) {
  const { language } = useWords();
  const days = [...Map.groupBy(entries, ({ at }) => civilDay(at, language))];
  return (
    <div className="entries">
      {days.map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <p className="day small">{day}</p>
          <ol>
            {ofDay.map((entry) => (
              <EntryLine key={`${entry.what} ${entry.recorded} ${entry.visit ?? ''} ${entry.door ?? ''} ${entry.at}`} entry={entry} {...how} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function EntryLine({ entry, nameOf, knownAt }: EntryProps) {
  const { t } = useWords();
  const late = entry.lateMs > promptly;
  const contradicted = entry.contradicts.length > 0;
  const unknown = knownAt !== undefined && Date.parse(entry.recorded) > knownAt;
  return (
    <li className={`entry ${contradicted ? 'contradicted' : late ? 'late' : ''} ${unknown ? 'unknown' : ''}`}>
      <span className="when">
        <Clock when={entry.at} />
      </span>
      <span className="grow">
        <strong>{t(whatKey(entry.what))}</strong> {[entry.name, entry.doorCode, entry.badge].filter(Boolean).join(' · ')}
        <Reason entry={entry} />
        <span className="badges">
          {entry.waits === true && <span className="badge late">{t('entry.waiting')}</span>}
          {unknown && <span className="badge late">{t('rewind.unknown')}</span>}
          <Lateness ms={entry.lateMs} />
          {entry.voice === 'testified' && <span className="badge late">{t(entry.method === 'paper' ? 'voice.paper' : 'voice.testified')}</span>}
          {contradicted && <span className="badge alarm">{t('contradiction.short')}</span>}
          {entry.afterwards && <span className="badge">{t('sheet.afterwards')}</span>}
        </span>
        <By entry={entry} nameOf={nameOf} />
      </span>
    </li>
  );
}

/** A code that this build has words for, or free text, or a code of a newer server as it is. */
function Reason({ entry: { reason, note } }: { readonly entry: Entry }) {
  const { t } = useWords();
  const words = reason === null ? undefined : reasonKey(reason);
  return (
    <>
      {reason !== null && <span className="block">{words === undefined ? reason : t(words)}</span>}
      {note !== null && <span className="block quiet">{note}</span>}
    </>
  );
}

function By({ entry, nameOf }: EntryProps) {
  const { t, language } = useWords();
  const { utc } = usePreferences();
  return (
    <span className="small quiet block">
      {nameOf(entry.by) ?? t('entry.somebody')}
      {entry.lateMs > promptly && ` · ${t('entry.recorded-at', { time: clockTime(entry.recorded, language) })}`}
      {utc && ` · ${utcMoment(entry.recorded, language)} · ${t('entry.claimed', { claim: entry.occurredAt })}`}
    </span>
  );
}
