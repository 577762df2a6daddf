import { useDeferredValue, useState } from 'react';
import { BoxLines } from '../../features/logistics/box-whereabouts/box-lines.tsx';
import { EpcisLink } from '../../features/logistics/export-epcis/epcis-link.tsx';
import { CountsAt } from '../../features/logistics/box-counts/counts-at.tsx';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useMe } from '../../shared/session/session.ts';
import { serverNow, type Instant } from '../../shared/time/clock.ts';
import { TwoSliders } from '../investigator/two-sliders.tsx';

/** So much is under the slider at first; an instant before it can be typed. */
const threeDays = 3 * 24 * 3_600_000;

/** Where every box was at an instant, as it was and as it was then known. */
export function WherePage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const me = useMe();
  const [until] = useState(serverNow);
  const [at, setAt] = useState<Instant>(until);
  const [knownAt, setKnownAt] = useState<Instant>();
  const known = knownAt ?? at;
  // A slider moves faster than anybody can be asked: the answers follow it.
  const shownAt = useDeferredValue(at);
  const shownKnownAt = useDeferredValue(known);
  return (
    <>
      <h2>{t('where.title')}</h2>
      <TwoSliders
        span={{ from: Math.min(until - threeDays, at, known), until: Math.max(until, at, known) }}
        at={at}
        knownAt={known}
        onAt={setAt}
        onKnownAt={setKnownAt}
      />
      <CountsAt
        area={areaOf(me, warehouse)}
        at={shownAt}
        knownAt={shownKnownAt}
        boxesOf={(area) => <BoxLines area={area} at={shownAt} knownAt={shownKnownAt} />}
      />
      <EpcisLink area={areaOf(me, warehouse)} until={shownAt} knownAt={shownKnownAt} />
    </>
  );
}
