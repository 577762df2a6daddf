import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { VillageOf } from '../../../shared/areas/village-of.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { contestName } from '../../../shared/logistics/names.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import type { Instant } from '../../../shared/time/clock.ts';
import { rfc3339 } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

type Box = Schemas['BoxFound'];
const most = 400;

interface LinesProps {
  readonly area: string;
  readonly at?: Instant;
  readonly knownAt?: Instant;
  /** Digits of a station that its code must have. */
  readonly searched?: string;
}

/** The boxes of an area, one by one, with where each is. */
export function BoxLines({ area, at, knownAt, searched = '' }: LinesProps) {
  const { t } = useWords();
  const times = { ...(at !== undefined && { at: rfc3339(at) }), ...(knownAt !== undefined && { knownAt: rfc3339(knownAt) }) };
  const boxes = useAnswer('logistics.box-whereabouts', { area, limit: 5_000, ...times });
  return (
    <Shown of={boxes}>
      {({ items }) => {
        const found = items.filter(({ station }) => station.includes(searched));
        return (
          <>
            {found.length === 0 && <Empty>{t('where.no-box')}</Empty>}
            <ul className="manifest-lines">
              {found.slice(0, most).map((box) => (
                <li key={box.box}>
                  <Link href={`~/gudang/box/${box.station}/${box.box}`} className="manifest-line">
                    <strong className="figures">{box.station}</strong> {contestName(box.contest, t)}
                    <span className="small quiet block">
                      <VillageOf station={box.station} after=" · " />
                      <Place box={box} /> {box.since !== null && <Moment when={box.since} />}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            {found.length > most && <p className="quiet small">{t('where.more', { most, boxes: found.length })}</p>}
          </>
        );
      }}
    </Shown>
  );
}

/** Where a box is, in words. */
export function Place({ box: { place, truck, passed, next, village, what } }: { readonly box: Box }) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  if (place === 'unknown' && what === 'logistics.box-loss-reported.v1') return t('stop.lost');
  if (place !== 'on-truck') return [t(`stop.${place}`), village === null ? '' : nameOf(village)].filter(Boolean).join(' ');
  const stop = truck === 'under-way' || truck === 'arrived' ? truck : 'loading';
  const between = stop === 'under-way' && (passed !== null || next !== null) ? ` (${passed ?? t('stop.warehouse')} → ${next ?? t('stop.nobody-knows')})` : '';
  return `${t(`stop.${stop}`)}${between}`;
}
