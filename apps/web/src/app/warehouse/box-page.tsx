import { HistoryLine } from '../../features/logistics/box-history/history-line.tsx';
import { Place } from '../../features/logistics/box-whereabouts/box-lines.tsx';
import { BoxLabelLink } from '../../features/logistics/papers/box-label-link.tsx';
import { ContentsOfBox } from '../../features/logistics/planned-contents/contents-of-box.tsx';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { contestName } from '../../shared/logistics/names.ts';
import { readsWarehouses, zoneCode, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { useMe } from '../../shared/session/session.ts';
import { PageHead } from '../../shared/ui/pages.tsx';
import { Moment } from '../../shared/ui/times.tsx';
import { BoxActions } from './box-actions.tsx';

const districtDigits = 6;

/** One box: where it is, and everything that became of it. */
export function BoxPage({ warehouse, station, box }: { readonly warehouse: Warehouse; readonly station: string; readonly box: string }) {
  const { t } = useWords();
  const { nameOf, villageOf } = useAreas();
  const found = useAnswer('logistics.box-whereabouts', { area: station, box }).answer?.value.items[0];
  const reads = readsWarehouses(useMe());
  const village = villageOf(station);
  const isLost = found?.what === 'logistics.box-loss-reported.v1';
  const where = found && (
    <>
      <Place box={found} /> {zoneCode(warehouse, found.zone)}
      {found.since !== null && (
        <>
          {' · '}
          <Moment when={found.since} />
        </>
      )}
    </>
  );
  return (
    <>
      <PageHead title={t('box.title', { station, contest: contestName(found?.contest ?? null, t) })} back={reads ? '~/gudang/boxes' : '~/gudang'} />
      {village !== undefined && <p className="quiet">{[village, nameOf(station.slice(0, districtDigits))].join(', ')}</p>}
      {where && (
        <p className={isLost ? 'note alarm' : 'note'}>
          <strong>{where}</strong>
        </p>
      )}
      <BoxActions box={box} station={station} lastKnown={where} found={found} isLost={isLost} />
      {reads && <BoxLabelLink station={station} box={box} />}
      {typeof found?.contest === 'string' && <ContentsOfBox station={station} contest={found.contest} />}
      <HistoryLine box={box} station={station} zoneNamed={(zone) => zoneCode(warehouse, zone)} />
    </>
  );
}
