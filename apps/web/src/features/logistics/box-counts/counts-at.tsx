import type { ReactNode } from 'react';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { figure } from '../../../shared/logistics/names.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import type { Instant } from '../../../shared/time/clock.ts';
import { clockTime, rfc3339 } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { BoxesOf } from './boxes-of.tsx';
import { compared, inAll, type Compared, type Counted } from './counted.ts';
import { RouteMap } from './route-map.tsx';

interface AtProps {
  readonly area: string;
  /** How things were at this instant … */
  readonly at: Instant;
  /** … and as it was known at this one. */
  readonly knownAt: Instant;
  /** The boxes of one of its areas, one by one. */
  readonly boxesOf: (area: string) => ReactNode;
}

/** Where every box was, as is known now and as was known then: drawn, and in figures with what differs marked. */
export function CountsAt({ area, at, knownAt, boxesOf }: AtProps) {
  const { t, language } = useWords();
  const now = useAnswer('logistics.box-counts', { area, at: rfc3339(at) });
  const then = useAnswer('logistics.box-counts', { area, at: rfc3339(at), knownAt: rfc3339(knownAt) });
  const times = { at: clockTime(at, language), knownAt: clockTime(knownAt, language) };
  const lines = now.answer && then.answer ? compared(now.answer.value.items, then.answer.value.items) : [];
  return (
    <>
      <div className="where-answers">
        <section className="answer-now" aria-label={t('where.now', times)}>
          <h2>{t('where.now', times)}</h2>
          <Shown of={now}>{({ items }) => <Drawn counted={items} label={t('where.now', times)} />}</Shown>
        </section>
        <section className="answer-then" aria-label={t('where.then', times)}>
          <h2>{t('where.then', times)}</h2>
          <Shown of={then}>{({ items }) => <Drawn counted={items} label={t('where.then', times)} />}</Shown>
        </section>
      </div>
      {lines.length > 0 && <Table lines={lines} />}
      {[...new Set(lines.map((line) => line.area))].map((each) => (
        <BoxesOf key={each} area={each}>
          {() => boxesOf(each)}
        </BoxesOf>
      ))}
    </>
  );
}

function Drawn({ counted, label }: { readonly counted: readonly Counted[]; readonly label: string }) {
  const { t, language } = useWords();
  if (counted.length === 0) return <Empty>{t('where.no-box')}</Empty>;
  return (
    <>
      <p className="figures">{t('where.boxes', { boxes: figure(inAll(counted), language) })}</p>
      <RouteMap counted={counted} label={label} />
    </>
  );
}

function Table({ lines }: { readonly lines: readonly Compared[] }) {
  const { t, language } = useWords();
  const { nameOf } = useAreas();
  return (
    <div className="table-scroll" role="region" aria-label={t('where.table')} tabIndex={0}>
      <table className="where-table">
        <thead>
          <tr>
            <th scope="col">{t('where.area')}</th>
            <th scope="col">{t('where.place')}</th>
            <th scope="col" className="figures">
              {t('where.now-short')}
            </th>
            <th scope="col" className="figures">
              {t('where.then-short')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={line.now === line.then ? '' : 'differs'}>
              <td>{nameOf(line.area)}</td>
              <td>
                {t(`stop.${line.stop}`)}
                {line.stop === 'under-way' && (
                  <span className="small quiet block">{`${line.passed ?? t('stop.warehouse')} → ${line.next ?? t('stop.nobody-knows')}`}</span>
                )}
                {line.now !== line.then && <span className="badge late">{t('where.differs')}</span>}
              </td>
              <td className="figures">{figure(line.now, language)}</td>
              <td className="figures">{figure(line.then, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
