import { command, type Instant } from '#kernel';
import { Id, Moment } from '#http';
import { account, roleEnded } from '../../domain/account.ts';
import { endOf, grantOf } from '../../domain/held.ts';

export class EndRole {
  @Id('The account') account!: string;
  @Id('The grant that ends') grant!: string;
  @Moment('From when it is no longer held') at!: Instant;
}

export const endRole = command(EndRole)({
  name: 'identity.end-role',
  summary: 'A role is no longer held from an instant on.',
  records: 'order',
  roles: ['admin'],
  scope: (c) => ({ account: c.account }),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.grant-unknown': ({ grant }, { account }) => grantOf(account, grant) === undefined,
    'identity.ends-before-it-begins': ({ grant, at }, { account }) => at < (grantOf(account, grant)?.from ?? at),
    'identity.role-already-ended': ({ grant, at }, { account }) => {
      const held = grantOf(account, grant);
      const end = held && endOf(held);
      return end !== undefined && end <= at;
    },
  },
  record: ({ grant, at }) => [roleEnded({ grant, at })],
});
