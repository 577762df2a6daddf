import { useState } from 'react';
import { RegisterDoor } from '../../features/access/register-door/register-door-form.tsx';
import { RegisterPost } from '../../features/access/register-post/register-post-form.tsx';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Empty } from '../../shared/ui/pages.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { Moment } from '../../shared/ui/times.tsx';

/** Where guards keep watch: posts, and the doors that are set up at them. */
export function PostsPage() {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const posts = useAnswer('access.posts', { limit: 500 });
  const [adding, setAdding] = useState<'post' | { readonly doorOf: string }>();
  const close = (): void => setAdding(undefined);
  const title = adding === 'post' ? t('posts.register') : t('doors.register');
  return (
    <>
      <Button does="acts" onClick={() => setAdding('post')}>
        {t('posts.register')}
      </Button>
      <Shown of={posts}>
        {({ items }) => (
          <ul className="stack tight">
            {items.length === 0 && <Empty>{t('posts.none')}</Empty>}
            {items.map(({ post, name, village, registered }) => (
              <li key={post} className="card plain row apart">
                <span className="grow">
                  <strong>{name}</strong>
                  <span className="small quiet block">
                    {placeOf(village)} · <Moment when={registered} />
                  </span>
                </span>
                <Button low onClick={() => setAdding({ doorOf: post })} aria-label={t('doors.register-at', { name })}>
                  {t('doors.register')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {adding !== undefined && (
        <Sheet title={title} onClose={close}>
          {adding === 'post' ? <RegisterPost onDone={close} /> : <RegisterDoor post={adding.doorOf} onDone={close} />}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
