import type { ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

export type WatchlistEntry = Schemas['WatchlistFound'];

/** At whom to look twice, and why. */
export function Watchlist({ post, actions }: { readonly post: string; readonly actions?: (entry: WatchlistEntry) => ReactNode }) {
  const { t } = useWords();
  const watchlist = useAnswer('access.watchlist', { post, limit: 500 });
  return (
    <Shown of={watchlist}>
      {({ items }) => (
        <ul className="stack tight">
          {items.length === 0 && <Empty>{t('watchlist.empty')}</Empty>}
          {items.map((entry) => (
            <li key={entry.entry} className="card alarm">
              <div className="row apart">
                <div className="grow">
                  <strong>{entry.name ?? t('person.unnamed')}</strong> <span className="badge alarm">{t(`watch-reason.${entry.reason}`)}</span>
                  {entry.note !== null && <p>{entry.note}</p>}
                  <span className="small quiet block">
                    {t('watchlist.since')} <Moment when={entry.added} />
                    {entry.until !== null && (
                      <>
                        {' · '}
                        {t('watchlist.until')} <Moment when={entry.until} />
                      </>
                    )}
                  </span>
                </div>
                {actions?.(entry)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
