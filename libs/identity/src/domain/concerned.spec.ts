import type { OpenAccount } from './account.ts';
import { scopesConcerned } from './concerned.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const held = { role: 'guard', from: 0, recordedAt: 0 } as const;
const account: OpenAccount = {
  status: 'open',
  login: 'guard-7',
  openedAt: 0,
  grants: [
    { ...held, id: 'g1', place: { post } },
    { ...held, id: 'g2', place: { stations: ['1601141011-001', '1601141011-002'] } },
  ],
  suspensions: [],
  devices: [],
  codes: [],
  hasPassphrase: false,
  hasPin: false,
};

describe('an event of an account', () => {
  it('that begins or ends a grant is news of its place alone', () => expect(scopesConcerned(account, { data: { grant: 'g1' } })).toEqual([{ post }]));

  it('of another kind is news wherever the account holds or held something', () =>
    expect(scopesConcerned(account, { data: { reason: 'misuse' } })).toEqual([{ post }, { station: '1601141011-001' }, { station: '1601141011-002' }]));

  it('that holds nothing is news for those who look after all accounts', () => {
    expect(scopesConcerned({ ...account, grants: [] }, { data: {} })).toEqual(['everywhere']);
    expect(scopesConcerned({ status: 'unopened' }, { data: {} })).toEqual(['everywhere']);
  });
});
