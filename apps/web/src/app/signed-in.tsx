import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useWords } from '../shared/language/language.ts';
import { holds, useMe } from '../shared/session/session.ts';
import { SettingsPage } from './settings-page.tsx';
import { Shell } from './shell/shell.tsx';

// One part of the app for each sort of work: a guard's phone never loads the administrator's screens.
const PhonePage = lazy(async () => ({ default: (await import('./phone-page.tsx')).PhonePage }));
const TrustPage = lazy(async () => ({ default: (await import('./trust-page.tsx')).TrustPage }));
const GuardRoutes = lazy(async () => ({ default: (await import('./guard/routes.tsx')).GuardRoutes }));

const InvestigatorRoutes = lazy(async () => ({ default: (await import('./investigator/routes.tsx')).InvestigatorRoutes }));
const AdministratorRoutes = lazy(async () => ({ default: (await import('./administrator/routes.tsx')).AdministratorRoutes }));
const PlacesRoutes = lazy(async () => ({ default: (await import('./places/routes.tsx')).PlacesRoutes }));

/** Where this person's work is. */
function useHome(): string {
  const me = useMe();
  if (holds(me, 'guard', 'squad-leader')) return '/post';
  if (holds(me, 'investigator', 'supervisor', 'commander')) return '/rewind';
  if (holds(me, 'admin')) return '/admin';
  return holds(me, 'dispatcher', 'station-officer') ? '/places' : '/settings';
}

export function SignedIn() {
  const home = useHome();
  const { t } = useWords();
  return (
    <Suspense fallback={<p className="page quiet">{t('ask.waiting')}</p>}>
      <Switch>
        <Route path="/settings">
          <Shell title={t('settings.title')} links={[{ to: home, label: t('nav.back') }]}>
            <SettingsPage />
          </Shell>
        </Route>
        <Route path="/phone">
          <Shell title={t('entries.title')} links={[{ to: home, label: t('nav.back') }]}>
            <PhonePage />
          </Shell>
        </Route>
        <Route path="/trust">
          <Shell title={t('trust.title')} links={[{ to: home, label: t('nav.back') }]}>
            <TrustPage />
          </Shell>
        </Route>
        <Route path="/post" nest>
          <GuardRoutes />
        </Route>
        <Route path="/rewind" nest>
          <InvestigatorRoutes />
        </Route>
        <Route path="/admin" nest>
          <AdministratorRoutes />
        </Route>
        <Route path="/places" nest>
          <PlacesRoutes />
        </Route>
        <Route>
          <Redirect to={home} replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
