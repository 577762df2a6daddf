import { specFor } from '#testing';
import { accountOpened, pinSet } from '../../domain/account.ts';
import { recordPin } from './record-pin.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const { given } = specFor(recordPin);

describe('record-pin', () => {
  it('says that it was set', () =>
    given({ account: [accountOpened({ login: 'guard-7' })] })
      .when({ account })
      .then(pinSet()));
  it('objects to an account that was never opened', () => given({}).when({ account }).objects('identity.account-unknown'));
});
