import type { ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { useNow } from '../../../shared/time/use-now.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

export type Grant = Schemas['GrantFound'];

/** Roles over time: which, where, from when until when. */
export function GrantList({ account, actions }: { readonly account: string; readonly actions: (grant: Grant) => ReactNode }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const now = useNow(60_000);
  const grants = useAnswer('identity.grants', { account, limit: 500 });
  const posts = useAnswer('access.posts', { limit: 500 });
  const whereOf = ({ post, area, stations, everywhere }: Grant): string => {
    if (everywhere) return t('grants.everywhere');
    if (post !== null) return posts.answer?.value.items.find((each) => each.post === post)?.name ?? post;
    return area === null ? stations.join(', ') : t('grants.area', { area: placeOf(area) });
  };
  return (
    <Shown of={grants}>
      {({ items }) => (
        <ul className="stack tight">
          {items.length === 0 && <Empty>{t('accounts.no-role')}</Empty>}
          {items.map((grant) => {
            const over = grant.until !== null && Date.parse(grant.until) <= now;
            return (
              <li key={grant.grant} className={`card row apart ${over ? 'plain' : 'ok'}`}>
                <span className="grow">
                  <strong>{t(`role.${grant.role}`)}</strong> · {whereOf(grant)}
                  <span className="small quiet block">
                    <Moment when={grant.from} /> – {grant.until === null ? t('grants.no-end') : <Moment when={grant.until} />}
                  </span>
                </span>
                {over ? <span className="badge">{t('grants.over')}</span> : actions(grant)}
              </li>
            );
          })}
        </ul>
      )}
    </Shown>
  );
}
