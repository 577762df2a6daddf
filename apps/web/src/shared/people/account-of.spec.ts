import { accountOf } from './account-of.ts';

describe('the account of a user name', () => {
  it('is the one that the server derives', () => expect(accountOf('guard-7')).toBe('87ce116e-b480-5b5f-9ac6-1da336db4ab3'));
  it('is one, however it is typed', () => expect(accountOf(' Guard-7 ')).toBe(accountOf('guard-7')));
});
