import { ArrowLeft } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useWords } from '../shared/language/language.ts';
import { homes } from '../shared/device/homes.ts';
import { rememberOnDevice } from '../shared/device/remembered.ts';
import { useMe } from '../shared/session/session.ts';
import { homeOf } from './home.ts';
import { parts } from './parts.ts';
import { SettingsPage } from './settings-page.tsx';
import { Shell } from './shell/shell.tsx';

export function SignedIn() {
  const home = homeOf(useMe());
  const { t } = useWords();
  const back = [{ to: home, label: t('nav.back'), icon: ArrowLeft }];
  useEffect(() => rememberOnDevice(homes, home), [home]);
  return (
    <Suspense fallback={<p className="page quiet">{t('ask.waiting')}</p>}>
      <Switch>
        <Route path="/settings">
          <Shell title={t('settings.title')} links={back}>
            <SettingsPage />
          </Shell>
        </Route>
        <Route path="/phone">
          <Shell title={t('entries.title')} links={back}>
            <parts.phone.Part />
          </Shell>
        </Route>
        <Route path="/trust">
          <Shell title={t('trust.title')} links={back}>
            <parts.trust.Part />
          </Shell>
        </Route>
        <Route path="/post" nest>
          <parts.post.Part />
        </Route>
        <Route path="/rewind" nest>
          <parts.rewind.Part />
        </Route>
        <Route path="/admin" nest>
          <parts.admin.Part />
        </Route>
        <Route path="/gudang" nest>
          <parts.gudang.Part />
        </Route>
        <Route path="/print" nest>
          <parts.print.Part />
        </Route>
        <Route path="/places" nest>
          <parts.places.Part />
        </Route>
        <Route>
          <Redirect to={home} replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
