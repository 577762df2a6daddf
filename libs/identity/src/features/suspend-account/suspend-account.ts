import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { account, accountSuspended, suspensionReasons, type SuspensionReason } from '../../domain/account.ts';
import { isSuspended } from '../../domain/held.ts';

export class SuspendAccount {
  @Id('The account') account!: string;
  @OneOf('Why', suspensionReasons) reason!: SuspensionReason;
}

export const suspendAccount = command(SuspendAccount)({
  name: 'identity.suspend-account',
  summary: 'An account may do nothing from now on; its sessions end.',
  records: 'order',
  roles: ['admin'],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.account-unknown': (_, { account }) => account.status === 'unopened',
    'identity.account-is-suspended': (_, { account }) => isSuspended(account),
    'identity.own-account': (c, _, { actor }) => c.account === actor.user,
  },
  record: ({ reason }) => [accountSuspended({ reason })],
});
