import { grantRole, openAccount } from '#identity';
import type { Saksi } from '../../../../api/src/index.ts';
import { accountOf, everyone } from '../scenario/people.ts';
import type { Login } from '../scenario/people.ts';
import { idOf, opensAt } from '../scenario/scenario.ts';
import type { Client, Secrets } from './client.ts';

/** Opens the first account and makes it admin, as whoever sits at the machine; everything else is done by people. */
export async function openAdmin({ recorder }: Pick<Saksi, 'recorder'>): Promise<void> {
  const telling = (name: string) => ({ commandId: idOf('command', name), principal: { kind: 'system', user: 'saksi demo' }, voice: 'asked' }) as const;
  await recorder.record(openAccount, { login: 'admin' }, telling('account admin'));
  await recorder.record(
    grantRole,
    { account: accountOf('admin'), grant: idOf('grant', 'admin 1'), role: 'admin', everywhere: true, from: opensAt },
    telling('grant admin 1'),
  );
}

/** Sets the passphrase of a person who cannot sign in with it. */
export async function letIn(login: Login, { identity }: Pick<Saksi, 'identity'>, client: Client, { passphrase }: Secrets): Promise<void> {
  const account = await identity.loadAccount(accountOf(login));
  const isFirst = account.status === 'open' && !account.hasPassphrase;
  if (!isFirst && (await client.signsIn(login))) return;
  await identity.signIn.setPassphrase(accountOf(login), login, passphrase, isFirst ? 'first' : 'reset');
  if (!isFirst) await identity.sessions.endAll(accountOf(login));
}

/** Everyone can sign in with the passphrase, and whoever consents has the PIN. */
export async function letEveryoneIn(saksi: Pick<Saksi, 'identity'>, client: Client, secrets: Secrets): Promise<void> {
  for (const [login, { consents }] of everyone) {
    await letIn(login, saksi, client, secrets);
    if (consents && !(await hasPin(login, saksi, secrets))) await client.setPin(login);
  }
}

async function hasPin(login: Login, { identity }: Pick<Saksi, 'identity'>, { pin }: Secrets): Promise<boolean> {
  const account = await identity.loadAccount(accountOf(login));
  if (account.status !== 'open' || !account.hasPin) return false;
  return identity.signIn.checkPin(accountOf(login), pin).then(
    () => true,
    () => false,
  );
}
