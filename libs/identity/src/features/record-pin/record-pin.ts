import { command } from '#kernel';
import { Id } from '#http';
import { account, pinSet } from '../../domain/account.ts';
import { identityProcess } from '../../domain/process.ts';

export class RecordPin {
  @Id('The account') account!: string;
}

export const recordPin = command(RecordPin)({
  name: 'identity.record-pin',
  summary: 'A PIN for co-signing was set; the PIN itself is nowhere in the log.',
  records: 'order',
  roles: [identityProcess],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: { 'identity.account-unknown': (_, { account }) => account.status === 'unopened' },
  record: () => [pinSet()],
});
