import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { holds, useMe } from '../../shared/session/session.ts';
import { useWords } from '../../shared/language/language.ts';
import { CheckInPage } from './check-in-page.tsx';
import { CheckOutPage } from './check-out-page.tsx';
import { DoorsPage } from './doors-page.tsx';
import { MusterPage } from './muster-page.tsx';
import { PaperPage } from './paper-page.tsx';
import { PostPage } from './post-page.tsx';
import { PostShell } from './post-shell.tsx';
import { SheetPage } from './sheet-page.tsx';
import { ShiftPage } from './shift-page.tsx';
import { SquadPages } from './squad-pages.tsx';
import { VisitPage } from './visit-page.tsx';

/** Everything at one post: `/post/<id>/…`. */
export function GuardRoutes() {
  const { posts } = useMe();
  const { t } = useWords();
  const [first] = posts;
  return (
    <Switch>
      <Route path="/:post" nest>
        {({ post }) => (
          <PostShell post={post}>
            <AtPost post={post} />
          </PostShell>
        )}
      </Route>
      <Route>{first === undefined ? <p className="page">{t('post.none')}</p> : <Redirect to={`/${first}`} replace />}</Route>
    </Switch>
  );
}

function AtPost({ post }: { readonly post: string }): ReactNode {
  const me = useMe();
  return (
    <Switch>
      <Route path="/">
        <PostPage post={post} />
      </Route>
      <Route path="/in">
        <CheckInPage post={post} />
      </Route>
      <Route path="/out">
        <CheckOutPage post={post} />
      </Route>
      <Route path="/visit/:visit">{({ visit }) => <VisitPage post={post} visit={visit} />}</Route>
      <Route path="/doors">
        <DoorsPage post={post} />
      </Route>
      <Route path="/sheet">
        <SheetPage post={post} />
      </Route>
      <Route path="/paper">
        <PaperPage post={post} />
      </Route>
      <Route path="/shift">
        <ShiftPage post={post} />
      </Route>
      <Route path="/muster/:muster">{({ muster }) => <MusterPage post={post} muster={muster} />}</Route>
      {holds(me, 'squad-leader') && (
        <Route path="/squad" nest>
          <SquadPages post={post} />
        </Route>
      )}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
