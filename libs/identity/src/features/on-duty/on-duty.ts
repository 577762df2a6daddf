import { Id, Moment, OneOf, Optional, OrNull, Words } from '#http';
import { formatWib, roles, type Instant, type Role, type Sealed } from '#kernel';
import { query } from '#read-models';
import { accounts, endOfHeld, forever, wasActive } from '../../views/accounts.projection.ts';

export class OnDuty {
  @Id('The post') post!: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export class PersonOnDuty {
  @Id('The account') account!: string;
  @Words('The user name') login!: string;
  @OrNull(Words('The person; null when it was never told or was erased', { max: 120 })) name!: Sealed | null;
  @OneOf('The role held at the post', roles) role!: Role;
  @Id('The grant') grant!: string;
  @Moment('From when the role is held') from!: string;
  @OrNull(Moment('Until when, exclusive; null: without an end')) until!: string | null;
}

export const onDuty = query(OnDuty)({
  name: 'identity.on-duty',
  summary: 'Who held a role at the post at an instant, as it is known now or was known then.',
  roles: ['guard', 'squad-leader', 'dispatcher', 'commander', 'investigator', 'supervisor'],
  scope: ({ post }) => ({ post }),
  from: accounts,
  answers: [PersonOnDuty],
  find: ({ post, at, knownAt }, db, { now }) => {
    const instant = at ?? now;
    const known = knownAt ?? forever;
    return db
      .selectFrom('held')
      .innerJoin('account', 'account.account', 'held.account')
      .select(['held.account', 'account.login', 'account.name', 'held.role', 'held.grant_id', 'held.from_at', endOfHeld(known).as('until_at')])
      .where('held.post', '=', post)
      .where('held.from_at', '<=', instant)
      .where('held.known_from', '<=', known)
      .where(endOfHeld(known), '>', instant)
      .where(wasActive('held.account', instant, known), '=', 1);
  },
  page: { by: ['login', 'grant_id'] },
  present: (rows) =>
    rows.map((row): PersonOnDuty => ({
      account: row.account,
      login: row.login,
      name: row.name,
      role: row.role,
      grant: row.grant_id,
      from: formatWib(row.from_at),
      until: row.until_at === forever ? null : formatWib(row.until_at),
    })),
  reveals: ['name'],
});
