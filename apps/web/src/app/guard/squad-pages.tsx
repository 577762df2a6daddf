import { Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { AddToWatchlist } from '../../features/access/add-to-watchlist/add-form.tsx';
import { RemoveFromWatchlist } from '../../features/access/remove-from-watchlist/remove-button.tsx';
import { ShiftList } from '../../features/access/shifts/shift-list.tsx';
import { OpenDoubts } from '../../features/access/standing-contradictions/open-doubts.tsx';
import { Watchlist } from '../../features/access/watchlist/watchlist.tsx';
import { AcceptEntry } from '../../features/identity/accept-entry/accept-button.tsx';
import { DismissEntry } from '../../features/identity/dismiss-entry/dismiss-button.tsx';
import { EntriesToDecide } from '../../features/identity/entry-counts/to-decide.tsx';
import { MarkedList } from '../../features/identity/marked-entries/marked-list.tsx';
import { DeviceList } from '../../features/identity/devices/device-list.tsx';
import { OneTimeCode } from '../../features/identity/issue-enrolment-code/one-time-code.tsx';
import { RevokeDevice } from '../../features/identity/revoke-device/revoke-button.tsx';
import { commandKey } from '../../shared/entries/what.ts';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { Doubts } from '../doubts.tsx';

/** What a squad leader looks after besides the post itself. */
export function SquadPages({ post }: { readonly post: string }) {
  const { t } = useWords();
  return (
    <Switch>
      <Route path="/watchlist">
        <PageHead title={t('squad.watchlist')} />
        <WatchlistPage post={post} />
      </Route>
      <Route path="/people">
        <PageHead title={t('squad.people')} />
        <PeoplePage post={post} />
      </Route>
      <Route path="/marked">
        <PageHead title={t('squad.marked')} />
        <MarkedPage post={post} />
      </Route>
      <Route path="/doubts">
        <Suspense>
          <Doubts />
        </Suspense>
      </Route>
      <Route path="/shifts">
        <PageHead title={t('squad.shifts')} />
        <ShiftList post={post} />
      </Route>
      <Route path="/">
        <h2>{t('nav.squad')}</h2>
        <div className="tiles rows">
          {(['watchlist', 'people', 'shifts', 'marked', 'doubts'] as const).map((part) => (
            <Link key={part} href={`/${part}`} className="tile">
              <span className="grow">
                {t(`squad.${part}`)}
                <small className="block">{t(`squad.${part}.what`)}</small>
              </span>
              {part === 'marked' && <EntriesToDecide post={post}>{(sentence) => <small className="badge alarm">{sentence}</small>}</EntriesToDecide>}
              {part === 'doubts' && <OpenDoubts post={post}>{(sentence) => <small className="badge alarm">{sentence}</small>}</OpenDoubts>}
            </Link>
          ))}
        </div>
        <PostsOfMine here={post} />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

function PostsOfMine({ here }: { readonly here: string }) {
  const { t } = useWords();
  const { posts } = useMe();
  const { answer } = useAnswer('access.posts', { limit: 500 });
  return (
    <section className="stack tight">
      <h3>{t('squad.posts')}</h3>
      <ul className="stack tight">
        {posts.map((post) => (
          <li key={post}>
            <Link href={`~/post/${post}`} className="button wide" aria-current={post === here ? 'true' : undefined}>
              {answer?.value.items.find((each) => each.post === post)?.name ?? t('post.title')}
              {post === here && <span className="badge ok">{t('squad.here')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WatchlistPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button does="acts" wide onClick={() => setAdding(true)}>
        {t('watchlist.add')}
      </Button>
      <Watchlist post={post} actions={({ entry, post: of, name }) => <RemoveFromWatchlist entry={entry} post={of} name={name ?? t('person.unnamed')} />} />
      {adding && (
        <Sheet title={t('watchlist.add')} onClose={() => setAdding(false)}>
          <AddToWatchlist post={post} onDone={() => setAdding(false)} />
          <Button wide onClick={() => setAdding(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}

/** What came from phones with something wrong, and what is to become of what was kept apart. */
function MarkedPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  return (
    <MarkedList
      post={post}
      actions={({ entry, post: of, command, status }) => (
        <div className="row">
          {status === 'quarantined' && <AcceptEntry entry={entry} post={of} what={t(commandKey(command))} />}
          <DismissEntry entry={entry} post={of} what={t(commandKey(command))} inVain={status === 'not-carried-out'} />
        </div>
      )}
    />
  );
}

/** Who holds a role at the post, their phones, and codes for new ones. */
function PeoplePage({ post }: { readonly post: string }) {
  const { t } = useWords();
  const people = useAnswer('identity.on-duty', { post, limit: 500 });
  return (
    <Shown of={people}>
      {({ items }) => (
        <ul className="stack tight">
          {items.map(({ account, login, name, role, grant }) => (
            <li key={grant} className="card plain stack tight">
              <div>
                <strong>{name ?? login}</strong> <span className="quiet">{t(`role.${role}`)}</span>
                <span className="small quiet block">{login}</span>
              </div>
              <DeviceList account={account} actions={({ device }) => <RevokeDevice account={account} device={device} />} />
              <div className="row">
                <OneTimeCode account={account} login={login} purpose="enrolment" />
                <OneTimeCode account={account} login={login} purpose="reset" />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
