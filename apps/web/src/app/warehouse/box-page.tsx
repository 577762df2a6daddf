import { HistoryLine } from '../../features/logistics/box-history/history-line.tsx';
import { Place } from '../../features/logistics/box-whereabouts/box-lines.tsx';
import { BoxLabelLink } from '../../features/logistics/papers/box-label-link.tsx';
import { ContentsOfBox } from '../../features/logistics/planned-contents/contents-of-box.tsx';
import { useWords } from '../../shared/language/language.ts';
import { contestName } from '../../shared/logistics/names.ts';
import { zoneCode, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { PageHead } from '../../shared/ui/pages.tsx';
import { Moment } from '../../shared/ui/times.tsx';
import { BoxActions } from './box-actions.tsx';

/** One box: where it is, and everything that became of it. */
export function BoxPage({ warehouse, station, box }: { readonly warehouse: Warehouse; readonly station: string; readonly box: string }) {
  const { t } = useWords();
  const found = useAnswer('logistics.box-whereabouts', { area: station.slice(0, 10), box }).answer?.value.items[0];
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
      <PageHead title={t('box.title', { station, contest: contestName(found?.contest ?? null, t) })} back="~/gudang/boxes" />
      {where && (
        <p className={isLost ? 'note alarm' : 'note'}>
          <strong>{where}</strong>
        </p>
      )}
      <BoxActions box={box} station={station} lastKnown={where} isLost={isLost} />
      <BoxLabelLink station={station} box={box} />
      {typeof found?.contest === 'string' && <ContentsOfBox station={station} contest={found.contest} />}
      <HistoryLine box={box} station={station} zoneNamed={(zone) => zoneCode(warehouse, zone)} />
    </>
  );
}
