import { command, type Instant } from '#kernel';
import { Id, Moment, OneOf } from '#http';
import { account, lockedSecrets, signInLocked, type LockedSecret } from '../../domain/account.ts';
import { identityProcess } from '../../domain/process.ts';

export class RecordLockOut {
  @Id('The account') account!: string;
  @OneOf('Which secret was tried', lockedSecrets) what!: LockedSecret;
  @Moment('Until when it is locked') until!: Instant;
}

export const recordLockOut = command(RecordLockOut)({
  name: 'identity.record-lock-out',
  summary: 'A secret was tried wrongly too often and is locked for a while.',
  records: 'order',
  roles: [identityProcess],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: { 'identity.account-unknown': (_, { account }) => account.status === 'unopened' },
  record: ({ what, until }) => [signInLocked({ what, until })],
});
