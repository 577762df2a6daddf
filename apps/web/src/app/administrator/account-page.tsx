import { useState } from 'react';
import { DeviceList } from '../../features/identity/devices/device-list.tsx';
import { EndRole } from '../../features/identity/end-role/end-role-button.tsx';
import { GrantRole } from '../../features/identity/grant-role/grant-form.tsx';
import { GrantList } from '../../features/identity/grants/grant-list.tsx';
import { OneTimeCode } from '../../features/identity/issue-enrolment-code/one-time-code.tsx';
import { RevokeDevice } from '../../features/identity/revoke-device/revoke-button.tsx';
import { SuspendAccount } from '../../features/identity/suspend-account/suspend-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

/** One account: its roles over time, its devices, codes, and whether it may be used. */
export function AccountPage({ account }: { readonly account: string }) {
  const { t } = useWords();
  const accounts = useAnswer('identity.accounts', { limit: 500 });
  const found = accounts.answer?.value.items.find((each) => each.account === account);
  const login = found?.login ?? '';
  const [open, setOpen] = useState<'grant' | 'suspend'>();
  const close = (): void => setOpen(undefined);
  const suspended = found?.suspended === true;
  return (
    <>
      <PageHead title={login} />
      <section className="stack tight">
        <h3>{t('grants.title')}</h3>
        <GrantList account={account} actions={({ grant, role }) => <EndRole account={account} grant={grant} role={t(`role.${role}`)} />} />
        <Button does="acts" onClick={() => setOpen('grant')}>
          {t('grants.grant')}
        </Button>
      </section>
      <section className="stack tight">
        <h3>{t('admin.devices')}</h3>
        <DeviceList account={account} actions={({ device }) => <RevokeDevice account={account} device={device} />} />
        <div className="row">
          <OneTimeCode account={account} login={login} purpose="enrolment" />
          <OneTimeCode account={account} login={login} purpose="reset" />
        </div>
      </section>
      <Button does="alarms" onClick={() => setOpen('suspend')}>
        {t(suspended ? 'accounts.reinstate' : 'accounts.suspend')}
      </Button>
      {open && (
        <Sheet title={open === 'grant' ? t('grants.grant') : t(suspended ? 'accounts.reinstate' : 'accounts.suspend')} onClose={close}>
          {open === 'grant' ? <GrantRole account={account} onDone={close} /> : <SuspendAccount account={account} suspended={suspended} onDone={close} />}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
