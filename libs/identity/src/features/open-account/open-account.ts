import { command, type Sealed } from '#kernel';
import { Optional, PersonName, Id, Words } from '#http';
import { account, accountIdOf, accountOpened } from '../../domain/account.ts';

export class OpenAccount {
  @Words('The user name: a code such as a role, unit or service number, never a person’s name', {
    min: 2,
    max: 40,
    pattern: /^[a-z0-9][a-z0-9._-]{1,39}$/,
    example: 'danru-kemelak',
  })
  login!: string;
  @Optional(Id('The person, as the vault knows them; needed with a name')) person?: string;
  @Optional(PersonName('The person who signs in with it', { of: 'person' })) name?: Sealed;
}

export const openAccount = command(OpenAccount)({
  name: 'identity.open-account',
  summary: 'An account is opened; it holds no role yet.',
  records: 'order',
  roles: ['admin'],
  scope: () => 'anyone',
  writes: { account: (c) => account.at(accountIdOf(c.login)) },
  objections: {
    'identity.login-taken': (_, { account }) => account.status === 'open',
  },
  record: ({ login, person, name }) => [accountOpened({ login, ...(person !== undefined && { person }), ...(name !== undefined && { name }) })],
});
