import { specFor } from '#testing';
import { accountOpened, passphraseSet } from '../../domain/account.ts';
import { recordPassphrase } from './record-passphrase.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const { given } = specFor(recordPassphrase);

describe('record-passphrase', () => {
  it('says that it was set, and how', () =>
    given({ account: [accountOpened({ login: 'guard-7' })] })
      .when({ account, how: 'reset' })
      .then(passphraseSet({ how: 'reset' })));
  it('objects to an account that was never opened', () => given({}).when({ account, how: 'own' }).objects('identity.account-unknown'));
});
