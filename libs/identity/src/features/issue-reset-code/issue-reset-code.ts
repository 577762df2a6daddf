import { command } from '#kernel';
import { Count, Id, Optional } from '#http';
import { account, resetCodeIssued } from '../../domain/account.ts';
import { isSuspended, outranksSquadLeader } from '../../domain/held.ts';

export class IssueResetCode {
  @Id('The account whose passphrase was forgotten') account!: string;
  @Optional(Count('How many minutes the code works, 30 when not said', { min: 5, max: 1_440, example: 30 })) minutes?: number;
}

export const issueResetCode = command(IssueResetCode)({
  name: 'identity.issue-reset-code',
  summary: 'A one-time code for a forgotten passphrase; its issuer then collects the text at /api/identity/collect-code.',
  records: 'order',
  roles: ['squad-leader', 'admin'],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.account-unknown': (_, { account }) => account.status === 'unopened',
    'identity.account-is-suspended': (_, { account }) => isSuspended(account),
    'identity.account-outranks': (_, { account }, { actor, recordedAt }) => actor.role === 'squad-leader' && outranksSquadLeader(account, recordedAt),
    'identity.own-account': (c, _, { actor }) => c.account === actor.user,
  },
  record: ({ minutes = 30 }, _, { commandId, recordedAt }) => [resetCodeIssued({ code: commandId, until: recordedAt + minutes * 60_000 })],
});
