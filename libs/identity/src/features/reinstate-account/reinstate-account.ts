import { command } from '#kernel';
import { Id } from '#http';
import { account, accountReinstated } from '../../domain/account.ts';
import { isSuspended } from '../../domain/held.ts';

export class ReinstateAccount {
  @Id('The account') account!: string;
}

export const reinstateAccount = command(ReinstateAccount)({
  name: 'identity.reinstate-account',
  summary: 'A suspended account holds its roles again.',
  records: 'order',
  roles: ['admin'],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.account-not-suspended': (_, { account }) => !isSuspended(account),
  },
  record: () => [accountReinstated()],
});
