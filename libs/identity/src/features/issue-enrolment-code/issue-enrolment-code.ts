import { command } from '#kernel';
import { Count, Id, Optional } from '#http';
import { account, enrolmentCodeIssued } from '../../domain/account.ts';
import { isSuspended, outranksSquadLeader } from '../../domain/held.ts';

export class IssueEnrolmentCode {
  @Id('The account that enrols a device') account!: string;
  @Optional(Count('How many minutes the code works, 30 when not said', { min: 5, max: 1_440, example: 30 })) minutes?: number;
}

export const issueEnrolmentCode = command(IssueEnrolmentCode)({
  name: 'identity.issue-enrolment-code',
  summary: 'A one-time code with which a person enrols their own device; its issuer then collects the text at /api/identity/collect-code.',
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
  record: ({ minutes = 30 }, _, { commandId, recordedAt }) => [enrolmentCodeIssued({ code: commandId, until: recordedAt + minutes * 60_000 })],
});
