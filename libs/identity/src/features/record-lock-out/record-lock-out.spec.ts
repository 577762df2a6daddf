import { nightAtKemelak, specFor } from '#testing';
import { accountOpened, signInLocked } from '../../domain/account.ts';
import { recordLockOut } from './record-lock-out.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const lock = { account, what: 'passphrase', until: nightAtKemelak + 900_000 } as const;
const { given } = specFor(recordLockOut);

describe('record-lock-out', () => {
  it('says which secret, and until when', () =>
    given({ account: [accountOpened({ login: 'guard-7' })] })
      .when(lock)
      .then(signInLocked({ what: 'passphrase', until: lock.until })));
  it('objects to an account that was never opened', () => given({}).when(lock).objects('identity.account-unknown'));
});
