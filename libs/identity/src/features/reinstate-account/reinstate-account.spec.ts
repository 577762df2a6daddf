import { specFor } from '#testing';
import { accountOpened, accountReinstated, accountSuspended } from '../../domain/account.ts';
import { reinstateAccount } from './reinstate-account.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const opened = accountOpened({ login: 'guard-7' });
const suspended = accountSuspended({ reason: 'investigation' });
const { given } = specFor(reinstateAccount);

describe('reinstate-account', () => {
  it('lets it hold its roles again', () =>
    given({ account: [opened, suspended] })
      .when({ account })
      .then(accountReinstated()));
  it.each([
    ['was never opened', []],
    ['is not suspended', [opened]],
    ['was reinstated', [opened, suspended, accountReinstated()]],
  ])('objects when it %s', (_, facts) => given({ account: facts }).when({ account }).objects('identity.account-not-suspended'));
});
