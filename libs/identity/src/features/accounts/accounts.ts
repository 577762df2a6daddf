import { Flag, Id, Many, Moment, OneOf, Optional, Words } from '#http';
import { formatWib, roles, type Instant, type Role } from '#kernel';
import { query } from '#read-models';
import { sql } from 'kysely';
import { accounts as accountsView, endOfHeld, wasActive } from '../../views/accounts.projection.ts';

export class Accounts {
  @Optional(Id('Only who holds a role at this post; absent: every account')) post?: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
}

export class AccountFound {
  @Id('The account') account!: string;
  @Words('The user name') login!: string;
  @Flag('Whether it is suspended') suspended!: boolean;
  @Many(OneOf('A role that is held', roles)) roles!: Role[];
  @Moment('When it was opened') opened!: string;
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);

export const accountList = query(Accounts)({
  name: 'identity.accounts',
  summary: 'The accounts and the roles they hold at an instant. Names are not among it.',
  roles: ['admin', 'squad-leader', 'commander', 'investigator', 'supervisor'],
  scope: ({ post }) => (post === undefined ? 'everywhere' : { post }),
  from: accountsView,
  answers: [AccountFound],
  find: ({ post, at }, db, { now }) => {
    const instant = at ?? now;
    const isHeld = sql<boolean>`held.account = account.account and held.from_at <= ${instant} and ${instant} < ${endOfHeld(now)}`;
    return db
      .selectFrom('account')
      .select(['account.account', 'account.login', 'account.opened', wasActive('account.account', instant, now).as('active')])
      .select(sql<string | null>`(select group_concat(distinct held.role) from held where ${isHeld})`.as('roles'))
      .$if(post !== undefined, (found) => found.where(sql<boolean>`exists (select 1 from held where ${isHeld} and held.post = ${post ?? null})`));
  },
  page: { by: ['login'] },
  present: (rows) =>
    rows.map(({ account, login, opened, active, roles: held }): AccountFound => ({
      account,
      login,
      suspended: active === 0,
      roles: (held ?? '').split(',').filter(isRole).sort(),
      opened: formatWib(opened),
    })),
});
