import { BoxLines } from '../../features/logistics/box-whereabouts/box-lines.tsx';
import { VillageOf } from '../../shared/areas/village-of.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useMe } from '../../shared/session/session.ts';
import { Empty } from '../../shared/ui/pages.tsx';

/** The boxes of the stations that somebody answers for, each with the way to what can be done with it. */
export function MyBoxesPage() {
  const { t } = useWords();
  const stations = useMe().roles.flatMap(({ role, stations: held }) => (role === 'station-officer' ? (held ?? []) : []));
  return (
    <>
      <h2>{t('boxes.mine')}</h2>
      <p className="quiet">{t('boxes.mine.what')}</p>
      {stations.length === 0 && <Empty>{t('boxes.no-station')}</Empty>}
      {[...new Set(stations)].sort().map((station) => (
        <section key={station} className="stack tight">
          <h3 className="figures">
            {t('boxes.of-station', { station })}
            <VillageOf station={station} />
          </h3>
          <BoxLines area={station} />
        </section>
      ))}
    </>
  );
}
