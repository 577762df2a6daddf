import { someUser, specFor } from '#testing';
import { accountOpened, accountReinstated, accountSuspended } from '../../domain/account.ts';
import { suspendAccount } from './suspend-account.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const opened = accountOpened({ login: 'guard-7' });
const suspended = accountSuspended({ reason: 'misuse' });
const suspend = { account, reason: 'misuse' } as const;
const { given } = specFor(suspendAccount);

describe('suspend-account', () => {
  it('suspends it', () =>
    given({ account: [opened] })
      .when(suspend)
      .then(suspended));
  it('suspends it again after it was reinstated', () =>
    given({ account: [opened, suspended, accountReinstated()] })
      .when(suspend)
      .then(suspended));
  it('objects to an account that was never opened', () => given({}).when(suspend).objects('identity.account-unknown'));
  it('objects to one that is suspended', () =>
    given({ account: [opened, suspended] })
      .when(suspend)
      .objects('identity.account-is-suspended'));
  it('objects to one’s own', () =>
    given({ account: [opened] })
      .when({ ...suspend, account: someUser })
      .objects('identity.own-account'));
});
