import { useState } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { ExplainAtPost } from '../features/access/explain-contradiction/explain-form.tsx';
import { DoubtCard } from '../features/access/standing-contradictions/doubt-card.tsx';
import type { Schemas } from '../shared/api/names.ts';
import { Filtered } from '../shared/contradictions/filtered.tsx';
import { useExplaining } from '../shared/contradictions/use-explaining.tsx';
import { useWords } from '../shared/language/language.ts';
import { useAnswer } from '../shared/offline/index.ts';
import { holds, useMe } from '../shared/session/session.ts';
import { Shown } from '../shared/ui/answered.tsx';
import { SelectField } from '../shared/ui/field.tsx';
import { Empty, PageHead } from '../shared/ui/pages.tsx';

/** What does not fit at a post, explained or not, with the way to explain it for whoever answers for it. */
export function DoubtsPage() {
  const { t } = useWords();
  const posts = useAnswer('access.posts', { limit: 500 });
  // At a post, that one; elsewhere the first that one may read.
  const here = /^\/post\/([^/]+)/.exec(usePathname())?.[1];
  const [chosen, setChosen] = useState(here);
  return (
    <>
      <PageHead title={t('doubt.page')} {...(here === undefined && { back: '~/rewind' })} />
      <p className="quiet">{t('doubt.at-post.what')}</p>
      <Shown of={posts}>
        {({ items }) => {
          const post = chosen ?? items[0]?.post;
          if (post === undefined) return <Empty>{t('rewind.no-post')}</Empty>;
          return (
            <>
              {here === undefined && (
                <SelectField
                  label={t('rewind.post')}
                  choices={items.map((each) => ({ value: each.post, label: each.name }))}
                  value={post}
                  onChoose={setChosen}
                />
              )}
              <DoubtsOf key={post} post={post} {...(here !== undefined && { visitAt: (visit: string) => `~/post/${post}/visit/${visit}` })} />
            </>
          );
        }}
      </Shown>
    </>
  );
}

function DoubtsOf({ post, visitAt }: { readonly post: string; readonly visitAt?: (visit: string) => string }) {
  const may = holds(useMe(), 'squad-leader', 'commander', 'investigator');
  const found = useAnswer('access.standing-contradictions', { post, limit: 100 });
  const explaining = useExplaining<Schemas['ContradictionAtPost']>(({ what, about }, close) => (
    <ExplainAtPost of={{ post, what, about: [...about] }} onDone={close} />
  ));
  return (
    <>
      <Shown of={found}>
        {({ items }) => (
          <Filtered items={items}>
            {(each) => <DoubtCard key={`${each.what} ${each.about.join(' ')}`} of={each} visitAt={visitAt} act={may && explaining.button(each)} />}
          </Filtered>
        )}
      </Shown>
      {explaining.sheet}
    </>
  );
}
