import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useRebuild } from '../../../shared/api/use-rebuild.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';

type View = Schemas['ViewState'];

/** The views of each context: how far they are, and making them anew beside those that answer. */
export function ViewsList() {
  const { t } = useWords();
  const queries = useQueryClient();
  const views = useAnswer('administration.views', {});
  const { problem, rebuild } = useRebuild();
  const underWay = views.answer?.value.views.some(({ rebuild, state }) => rebuild.length > 0 || state !== 'live') === true;
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['administration'] }), underWay ? 1_000 : 10_000);
    return () => clearInterval(timer);
  }, [queries, underWay]);
  return (
    <div className="stack">
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Shown of={views}>
        {({ views: items }) => (
          <ul className="stack tight">
            {items.map((view) => (
              <li key={view.context} className={`card stack tight ${view.state === 'live' && view.parked === 0 ? 'ok' : 'warn'}`}>
                <ViewLine view={view} />
                <Button
                  low
                  disabled={view.rebuild.length > 0}
                  onClick={() => void rebuild(view.context)}
                  aria-label={t('views.rebuild-which', { context: view.context })}
                >
                  {t('views.rebuild')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
}

function ViewLine({ view: { context, version, state, why, position, head, lagMs, parked, rebuild } }: { readonly view: View }) {
  const { t } = useWords();
  return (
    <div className="stack tight">
      <div className="row apart">
        <strong translate="no">{context}</strong>
        <span className={`badge ${state === 'live' ? 'ok' : 'warn'}`}>{state === 'live' ? t('views.live') : t('views.not-live', { state })}</span>
      </div>
      {why !== null && <p>{why}</p>}
      <p className="small quiet figures">
        {t('views.position', { position, head })} · {t('views.lag', { lag: lagMs })} · {t('views.version')} <code>{version.slice(0, 12)}</code>
        {parked > 0 && ` · ${t('views.parked', { parked })}`}
      </p>
      {rebuild.map((progress) => (
        <label key={progress.head} className="stack tight small">
          {t('views.rebuilding', { position: progress.position, head: progress.head, rate: progress.eventsPerSecond })}
          <progress value={Number(progress.position)} max={Math.max(1, Number(progress.head))} />
        </label>
      ))}
    </div>
  );
}
