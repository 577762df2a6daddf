import { FileUp, HardDrive, Layers, MapPin, UserRound } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { ParkedList } from '../../features/administration/parked-events/parked-list.tsx';
import { StorageTable } from '../../features/administration/storage/storage-table.tsx';
import { ViewsList } from '../../features/administration/views/views-list.tsx';
import { AccountList } from '../../features/identity/accounts/account-list.tsx';
import { OpenAccount } from '../../features/identity/open-account/open-form.tsx';
import { AreaNames } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { Imports } from '../imports.tsx';
import { Shell } from '../shell/shell.tsx';
import { Warehouses } from '../warehouses.tsx';
import { AccountPage } from './account-page.tsx';
import { PostsPage } from './posts-page.tsx';

/** People and places, and how the server is doing. */
export function AdministratorRoutes() {
  const { t } = useWords();
  return (
    <Shell
      title={t('role.admin')}
      beneath={t('admin.what')}
      links={[
        { to: '~/admin', label: t('admin.accounts'), icon: UserRound },
        { to: '~/admin/posts', label: t('admin.posts'), icon: MapPin },
        { to: '~/admin/imports', label: t('admin.imports'), icon: FileUp },
        { to: '~/admin/views', label: t('admin.views'), icon: Layers },
        { to: '~/admin/storage', label: t('admin.storage'), icon: HardDrive },
      ]}
    >
      <Switch>
        <Route path="/">
          <Accounts />
        </Route>
        <Route path="/account/:account">
          {({ account }) => (
            <AreaNames>
              <AccountPage account={account} />
            </AreaNames>
          )}
        </Route>
        <Route path="/posts">
          <div className="row apart">
            <h2>{t('admin.posts')}</h2>
            <Link href="/warehouses" className="button">
              {t('admin.warehouses')}
            </Link>
          </div>
          <AreaNames>
            <PostsPage />
          </AreaNames>
        </Route>
        <Route path="/warehouses">
          <AreaNames>
            <Suspense>
              <Warehouses />
            </Suspense>
          </AreaNames>
        </Route>
        <Route path="/imports">
          <Suspense>
            <Imports />
          </Suspense>
        </Route>
        <Route path="/views">
          <h2>{t('admin.views')}</h2>
          <ViewsList />
          <h2>{t('admin.parked')}</h2>
          <ParkedList />
        </Route>
        <Route path="/storage">
          <h2>{t('admin.storage')}</h2>
          <StorageTable />
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Shell>
  );
}

function Accounts() {
  const { t } = useWords();
  const [opening, setOpening] = useState(false);
  return (
    <>
      <div className="row apart">
        <h2>{t('admin.accounts')}</h2>
        <Button does="acts" onClick={() => setOpening(true)}>
          {t('accounts.open')}
        </Button>
      </div>
      <AccountList />
      {opening && (
        <Sheet title={t('accounts.open')} onClose={() => setOpening(false)}>
          <OpenAccount onDone={() => setOpening(false)} />
          <Button wide onClick={() => setOpening(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
