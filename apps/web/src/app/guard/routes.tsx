import { Redirect, Route, Switch } from 'wouter';
import { useMe } from '../../shared/session/session.ts';
import { useWords } from '../../shared/language/language.ts';
import { PostShell } from './post-shell.tsx';
import { PostPage } from './post-page.tsx';

/** Everything at one post; `/post/<id>/…`. */
export function GuardRoutes() {
  const { posts } = useMe();
  const { t } = useWords();
  const [first] = posts;
  return (
    <Switch>
      <Route path="/:post" nest>
        {({ post }) => (
          <PostShell post={post}>
            <Switch>
              <Route path="/">
                <PostPage post={post} />
              </Route>
              <Route>
                <Redirect to="/" replace />
              </Route>
            </Switch>
          </PostShell>
        )}
      </Route>
      <Route>{first === undefined ? <p className="page">{t('post.none')}</p> : <Redirect to={`/${first}`} replace />}</Route>
    </Switch>
  );
}
