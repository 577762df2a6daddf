import type { OpenAccount } from '../domain/account.ts';

/** An open account for specs: what is not said is empty. */
export const opened = (known: Partial<OpenAccount> & Pick<OpenAccount, 'login'>): OpenAccount => ({
  status: 'open',
  openedAt: 0,
  grants: [],
  suspensions: [],
  devices: [],
  codes: [],
  hasPassphrase: false,
  hasPin: false,
  ...known,
});
