import type { Schemas } from '../../../shared/api/names.ts';
import '../../../shared/entries/entry-list.css';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { happeningKey } from '../../../shared/logistics/names.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { civilDay } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Clock, Lateness, promptly } from '../../../shared/ui/times.tsx';

type Entry = Schemas['BoxHistoryEntry'];

interface LineProps {
  readonly box: string;
  readonly station: string;
  readonly zoneNamed: (zone: string) => string | undefined;
}

/** Everything that was told of a box, and of the truck while it was on it, in the order in which it happened. */
export function HistoryLine({ box, station, zoneNamed }: LineProps) {
  const { t, language } = useWords();
  const history = useAnswer('logistics.box-history', { box, station });
  return (
    <Shown of={history}>
      {({ items }) => {
        if (items.length === 0) return <Empty>{t('history.empty')}</Empty>;
        return (
          <div className="entries">
            {[...Map.groupBy(items, ({ at }) => civilDay(at, language))].map(([day, ofDay]) => (
              <section key={day} aria-label={day}>
                <p className="day small">{day}</p>
                <ol>
                  {ofDay.map((entry) => (
                    <Line key={entry.event} entry={entry} zoneNamed={zoneNamed} />
                  ))}
                </ol>
              </section>
            ))}
          </div>
        );
      }}
    </Shown>
  );
}

function Line({ entry, zoneNamed }: { readonly entry: Entry; readonly zoneNamed: LineProps['zoneNamed'] }) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  const late = entry.lateMs > promptly;
  const contradicted =
    entry.contradicts.length + entry.sealed.length + entry.differs.length > 0 ||
    ['logistics.seal-mismatch-found.v1', 'logistics.loading-refused.v1', 'logistics.box-loss-reported.v1'].includes(entry.what);
  const where = [entry.zone === null ? undefined : zoneNamed(entry.zone), entry.village === null ? undefined : nameOf(entry.village), entry.checkpoint]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={`entry ${contradicted ? 'contradicted' : late ? 'late' : ''}`}>
      <span className="when">
        <Clock when={entry.at} />
      </span>
      <span className="grow">
        <strong>{t(happeningKey(entry.what))}</strong> {where}
        {entry.seals.length > 0 && <span className="block small figures">{t('box.seals', { seals: entry.seals.join(', ') })}</span>}
        {entry.sealed.length > 0 && <span className="block small figures">{t('history.sealed', { seals: entry.sealed.join(', ') })}</span>}
        {entry.circumstances !== null && <span className="block">{entry.circumstances}</span>}
        {entry.lastSeen !== null && <span className="block small quiet">{t('lost.seen', { where: entry.lastSeen })}</span>}
        <span className="badges">
          {entry.differs.length > 0 && <span className="badge alarm">{t('history.unlike-planned')}</span>}
          {entry.of === 'run' && <span className="badge">{t('history.of-truck')}</span>}
          <Lateness ms={entry.lateMs} />
          {entry.voice === 'testified' && <span className="badge late">{t('voice.testified')}</span>}
          {entry.contradicts.length > 0 && <span className="badge alarm">{t('contradiction.short')}</span>}
        </span>
      </span>
    </li>
  );
}
