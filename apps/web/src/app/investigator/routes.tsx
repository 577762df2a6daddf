import { History, PackageSearch, Split } from 'lucide-react';
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useWords } from '../../shared/language/language.ts';
import { Doubts } from '../doubts.tsx';
import { Shell } from '../shell/shell.tsx';
import { RewindPage } from './rewind-page.tsx';

/** Those who read what happened: investigators, supervisors, commanders. */
export function InvestigatorRoutes() {
  const { t } = useWords();
  return (
    <Shell
      title={t('rewind.title')}
      beneath={t('rewind.what')}
      links={[
        { to: '~/rewind', label: t('nav.rewind'), icon: History },
        { to: '~/rewind/doubts', label: t('nav.doubts'), icon: Split },
        { to: '~/gudang/where', label: t('nav.boxes'), icon: PackageSearch },
      ]}
      wide
    >
      <Switch>
        <Route path="/doubts">
          <Suspense>
            <Doubts />
          </Suspense>
        </Route>
        <Route>
          <RewindPage />
        </Route>
      </Switch>
    </Shell>
  );
}
