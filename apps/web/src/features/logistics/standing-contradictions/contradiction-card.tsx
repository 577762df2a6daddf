import type { ReactNode } from 'react';
import { Explanations } from '../../../shared/contradictions/explanations.tsx';
import type { Key } from '../../../shared/language/keys.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords, type Say } from '../../../shared/language/language.ts';
import { kindKey, objectionKey, type Contradiction } from '../../../shared/logistics/contradictions.ts';
import { Moment } from '../../../shared/ui/times.tsx';
import { AboutIt, type Run } from './about-it.tsx';

interface CardProps {
  readonly of: Contradiction;
  /** Runs that are known here, by id. */
  readonly runs: ReadonlyMap<string, Run>;
  /** What can be done about it. */
  readonly act: ReactNode;
}

const isId = /^[0-9a-f]{8}-/;

/** What does not fit together, the facts that say so, and how people say that it came about. */
export function ContradictionCard({ of: { what, about, area, at, events, noticed, explanations }, runs, act }: CardProps) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const named = about.filter((each) => !isId.test(each));
  return (
    <li className={`card stack tight ${explanations.length === 0 ? 'alarm' : 'warn'}`}>
      <span className="row apart">
        <span className="grow">
          <strong>{t(kindKey(what))}</strong> {named.map((code) => said(objectionKey(code), code, t)).join(', ')}
          <span className="block small">
            {placeOf(area)} · <Moment when={at} /> · {t('doubt.noticed')} <Moment when={noticed} />
          </span>
        </span>
        {act}
      </span>
      <AboutIt area={area} ids={about.filter((each) => isId.test(each))} runs={runs} />
      <Explanations of={explanations} />
      <details className="small">
        <summary>{t('doubt.events-count', { events: events.length })}</summary>
        <span className="figures">{events.join(', ')}</span>
      </details>
    </li>
  );
}

const said = (key: Key | undefined, code: string, t: Say): string => (key === undefined ? code : t(key));
