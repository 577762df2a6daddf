import { sealed, specFor } from '#testing';
import { accountOpened } from '../../domain/account.ts';
import { openAccount } from './open-account.ts';

const person = '018c2207-0000-7000-8000-0000000000e1';
const { given } = specFor(openAccount);

describe('open-account', () => {
  it('opens an account that holds nothing yet', () =>
    given({})
      .when({ login: 'guard-7' })
      .then(accountOpened({ login: 'guard-7' })));

  it('keeps the person’s name out of the log', () =>
    given({})
      .when({ login: 'guard-7', person, name: { value: 'Budi Contoh' } })
      .then(accountOpened({ login: 'guard-7', person, name: sealed('Budi Contoh') })));

  it('objects to a login that is taken', () =>
    given({ account: [accountOpened({ login: 'guard-7' })] })
      .when({ login: 'guard-7' })
      .objects('identity.login-taken'));
});
