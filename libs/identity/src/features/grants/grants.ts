import { Flag, Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { formatWib, roles, type Role } from '#kernel';
import { query } from '#read-models';
import { accounts as accountsView, endOfHeld, forever } from '../../views/accounts.projection.ts';

export class Grants {
  @Id('The account') account!: string;
}

export class GrantFound {
  @Id('The grant') grant!: string;
  @OneOf('The role', roles) role!: Role;
  @OrNull(Id('At which post')) post!: string | null;
  @OrNull(Words('In which area')) area!: string | null;
  @Many(Words('At which stations')) stations!: string[];
  @Flag('Whether it is held everywhere') everywhere!: boolean;
  @Moment('From when it is held') from!: string;
  @OrNull(Moment('Until when, exclusive; null: without an end')) until!: string | null;
}

export const grantList = query(Grants)({
  name: 'identity.grants',
  summary: 'Every role that an account holds, held or will hold, with its place and its dates; the latest first.',
  roles: ['admin', 'squad-leader', 'commander', 'investigator', 'supervisor'],
  scope: ({ account }) => ({ account }),
  from: accountsView,
  answers: [GrantFound],
  find: ({ account }, db) =>
    db
      .selectFrom('held')
      .select(['held.grant_id', 'held.role', 'held.post', 'held.area', 'held.stations', 'held.from_at', endOfHeld(forever).as('until_at')])
      .where('held.account', '=', account),
  page: { by: [['from_at', 'desc'], 'grant_id'] },
  present: (rows) =>
    rows.map((row): GrantFound => ({
      grant: row.grant_id,
      role: row.role,
      post: row.post,
      area: row.area,
      stations: stationsIn(row.stations),
      everywhere: row.post === null && row.area === null && row.stations === null,
      from: formatWib(row.from_at),
      until: row.until_at === forever ? null : formatWib(row.until_at),
    })),
});

function stationsIn(list: string | null): string[] {
  const read: unknown = list === null ? [] : JSON.parse(list);
  return Array.isArray(read) ? read.filter((station): station is string => typeof station === 'string') : [];
}
