import { command, roles, type Instant, type Role, type Scope } from '#kernel';
import { Flag, Id, Many, Moment, OneOf, Optional, Words } from '#http';
import { account, roleGranted } from '../../domain/account.ts';
import { grantOf } from '../../domain/held.ts';
import { kindOfPlace, placesOfRole, scopesOf, type Place } from '../../domain/place.ts';

export class GrantRole {
  @Id('The account') account!: string;
  @Id('The grant, by which it can be ended') grant!: string;
  @OneOf('The role', roles) role!: Role;
  @Optional(Id('The post where it is held')) post?: string;
  @Optional(
    Words('The area where it is held: code of a province, regency, district or village', { pattern: /^(\d{2}|\d{4}|\d{6}|\d{10})$/, example: '160114' }),
  )
  area?: string;
  @Optional(Many(Words('A polling station', { pattern: /^\d{10}-\d{3}$/, example: '1601141011-007' }), { min: 1, max: 100 })) stations?: readonly string[];
  @Optional(Flag('Held everywhere')) everywhere?: boolean;
  @Moment('From when it is held') from!: Instant;
  @Optional(Moment('Until when, exclusive')) until?: Instant;
}

/** The places that were named; a grant needs exactly one. */
const placesIn = ({ post, area, stations, everywhere }: GrantRole): readonly Place[] => [
  ...(post !== undefined ? [{ post }] : []),
  ...(area !== undefined ? [{ area }] : []),
  ...(stations !== undefined ? [{ stations }] : []),
  ...(everywhere === true ? ['everywhere' as const] : []),
];

export const grantRole = command(GrantRole)({
  name: 'identity.grant-role',
  summary: 'An account holds a role at a place, between dates.',
  records: 'order',
  roles: ['admin'],
  // Nobody gives away more than they hold; without a place it is refused below, whoever asks.
  scope: (c): readonly Scope[] => placesIn(c).flatMap(scopesOf),
  writes: { account: (c) => account.at(c.account) },
  objections: {
    'identity.account-unknown': (_, { account }) => account.status === 'unopened',
    'identity.grant-known': ({ grant }, { account }) => grantOf(account, grant) !== undefined,
    'identity.own-account': (c, _, { actor }) => c.account === actor.user,
    'identity.place-not-one': (c) => placesIn(c).length !== 1,
    'identity.place-does-not-fit': (c) => {
      const [place, ...more] = placesIn(c);
      if (!place || more.length > 0) return false;
      const allowed = placesOfRole[c.role];
      return !allowed.includes(kindOfPlace(place)) && { role: c.role, allowed };
    },
    'identity.ends-before-it-begins': ({ from, until }) => until !== undefined && until <= from,
  },
  record: (c) =>
    placesIn(c).map((place) => roleGranted({ grant: c.grant, role: c.role, place, from: c.from, ...(c.until !== undefined && { until: c.until }) })),
});
