import { NotPermitted, OutOfScope, type Principal } from '#cqrs';
import { accountIdOf, type Account, type Grant } from '../domain/account.ts';
import { opened } from '../testing/accounts.ts';
import type { Place } from '../domain/place.ts';
import { noRole, readsPersonalData, roles as allRoles, type Actor, type Role, type Scope } from '#kernel';
import { createAuthority } from './authority.ts';

const gate = '018c0000-0000-7000-8000-000000000001';
const yard = '018c0000-0000-7000-8000-000000000002';
const nowhere = '018c0000-0000-7000-8000-000000000003';
const kemelak = '018c0000-0000-7000-8000-000000000004';
const villages: Readonly<Record<string, string>> = { [gate]: '1601141011', [yard]: '1602010001', [kemelak]: '1601141011' };

const accounts = new Map<string, Account>();
const authority = createAuthority({
  loadAccount: async (user) => accounts.get(user) ?? { status: 'unopened' },
  places: { villageOfPost: async (post) => villages[post], villageOfWarehouse: async (warehouse) => villages[warehouse] },
});

const from = 1_700_000_000_000;
const until = from + 1_000;
const me = accountIdOf('me');
const other = accountIdOf('other');
const held = (role: Role, place: Place, more: Partial<Grant> = {}): Grant => ({ id: `grant-${role}`, role, place, from, recordedAt: from, ...more });
const person: Principal = { kind: 'person', user: me, session: 's' };

function given(user: string, ...grants: Grant[]): void {
  accounts.set(user, opened({ login: user === me ? 'me' : 'other', grants }));
}

beforeEach(() => accounts.clear());

describe('places', () => {
  const covered: readonly [string, Role, Place, Scope, boolean][] = [
    ['their post', 'guard', { post: gate }, { post: gate }, true],
    ['another post', 'guard', { post: gate }, { post: yard }, false],
    ['a post as everywhere', 'guard', { post: gate }, 'everywhere', false],
    ['a post as its village', 'guard', { post: gate }, { area: '1601141011' }, false],
    ['a post as a station', 'guard', { post: gate }, { station: '1601141011-007' }, false],
    ['anyone', 'guard', { post: gate }, 'anyone', true],
    ['a post in their regency', 'commander', { area: '1601' }, { post: gate }, true],
    ['a post in their district', 'commander', { area: '160114' }, { post: gate }, true],
    ['a post in their village', 'commander', { area: '1601141011' }, { post: gate }, true],
    ['a post in another regency', 'commander', { area: '1601' }, { post: yard }, false],
    ['a post that nobody knows', 'commander', { area: '1601' }, { post: nowhere }, false],
    ['a post that nobody knows, everywhere', 'commander', 'everywhere', { post: nowhere }, true],
    ['their area', 'commander', { area: '1601' }, { area: '1601' }, true],
    ['a district of their regency', 'commander', { area: '1601' }, { area: '160114' }, true],
    ['the regency around their district', 'commander', { area: '160114' }, { area: '1601' }, false],
    ['an area with a code that cuts one in two', 'commander', { area: '160' }, { area: '1601' }, false],
    ['a station in their area', 'commander', { area: '160114' }, { station: '1601141011-007' }, true],
    ['a station in another area', 'commander', { area: '160115' }, { station: '1601141011-007' }, false],
    ['an area as everywhere', 'commander', { area: '16' }, 'everywhere', false],
    ['one of their stations', 'station-officer', { stations: ['1601141011-007', '1601141011-008'] }, { station: '1601141011-008' }, true],
    ['a neighbouring station', 'station-officer', { stations: ['1601141011-007'] }, { station: '1601141011-008' }, false],
    ['the village of their station', 'station-officer', { stations: ['1601141011-007'] }, { area: '1601141011' }, false],
    ['a post in the village of their station', 'station-officer', { stations: ['1601141011-007'] }, { post: gate }, false],
    ['everywhere', 'investigator', 'everywhere', 'everywhere', true],
    ['anything from everywhere: area', 'investigator', 'everywhere', { area: '1602' }, true],
    ['a warehouse from the area of its village', 'dispatcher', { area: '1601' }, { warehouse: kemelak }, true],
    ['not a warehouse of another area', 'dispatcher', { area: '1602' }, { warehouse: kemelak }, false],
    ['not a warehouse that nobody knows', 'dispatcher', { area: '1601' }, { warehouse: nowhere }, false],
    ['not a warehouse from the post beside it', 'dispatcher', { post: gate }, { warehouse: kemelak }, false],
    ['anything from everywhere: warehouse', 'dispatcher', 'everywhere', { warehouse: nowhere }, true],
    ['anything from everywhere: station', 'investigator', 'everywhere', { station: '1602010001-001' }, true],
  ];

  it.each(covered)('%s', async (_, role, place, scope, expected) => {
    given(me, held(role, place));
    const actor = authority.actorFor(person, [role], [scope], from);
    if (expected) await expect(actor).resolves.toMatchObject({ user: me, role });
    else await expect(actor).rejects.toThrow(OutOfScope);
    expect(await authority.holds({ user: me, role }, scope, from)).toBe(expected);
  });

  it('needs every scope of a list, from any grants of one role', async () => {
    given(me, held('squad-leader', { post: gate }), held('squad-leader', { post: yard }, { id: 'second' }));
    await expect(authority.actorFor(person, ['squad-leader'], [{ post: yard }, { post: gate }], from)).resolves.toEqual({
      user: me,
      role: 'squad-leader',
      post: yard,
    });
    await expect(authority.actorFor(person, ['squad-leader'], [{ post: gate }, { post: nowhere }], from)).rejects.toThrow(OutOfScope);
  });

  it('does not mix two roles to cover a list', async () => {
    given(me, held('guard', { post: gate }), held('squad-leader', { post: yard }));
    await expect(authority.actorFor(person, ['guard', 'squad-leader'], [{ post: gate }, { post: yard }], from)).rejects.toThrow(OutOfScope);
  });
});

describe('roles', () => {
  it.each(allRoles.flatMap((role) => allRoles.map((wanted): [Role, Role] => [role, wanted])))('held as %s, asked as %s', async (role, wanted) => {
    given(me, held(role, 'everywhere'));
    const actor = authority.actorFor(person, [wanted], ['everywhere'], from);
    if (role === wanted) await expect(actor).resolves.toEqual({ user: me, role });
    else await expect(actor).rejects.toThrow(NotPermitted);
  });

  it('takes the first role of the list that fits there', async () => {
    given(me, held('guard', { post: gate }), held('squad-leader', { post: yard }));
    await expect(authority.actorFor(person, ['squad-leader', 'guard'], [{ post: gate }], from)).resolves.toEqual({ user: me, role: 'guard', post: gate });
  });

  it('names the post rather than the area around it', async () => {
    given(me, held('dispatcher', { area: '1601' }, { id: 'a' }), held('dispatcher', { post: gate }, { id: 'b' }));
    await expect(authority.actorFor(person, ['dispatcher'], [{ post: gate }], from)).resolves.toEqual({ user: me, role: 'dispatcher', post: gate });
  });

  it('refuses an account that was never opened', () => expect(authority.actorFor(person, ['guard'], ['anyone'], from)).rejects.toThrow(NotPermitted));

  it('asks for none where none is needed: only of an account that is open, and after every role that is held', async () => {
    const anyone = [...allRoles, noRole] as const;
    await expect(authority.actorFor(person, anyone, ['anyone'], from)).rejects.toThrow(NotPermitted);
    given(me, held('guard', { post: gate }, { until }));
    await expect(authority.actorFor(person, anyone, ['anyone'], from)).resolves.toEqual({ user: me, role: 'guard', post: gate });
    await expect(authority.actorFor(person, anyone, ['anyone'], until)).resolves.toEqual({ user: me, role: noRole });
    await expect(authority.actorFor(person, allRoles, ['anyone'], until)).rejects.toThrow(NotPermitted);
  });

  it.each([
    ['guard', true],
    ['investigator', true],
    ['none', false],
    ['admin', false],
    ['system', false],
    ['process:access.overdue', false],
  ] as const)('%s reads personal data: %s', (role, reads) => expect(readsPersonalData({ role })).toBe(reads));
});

describe('dates', () => {
  const boundaries: readonly [string, Partial<Grant>, number, boolean][] = [
    ['before it begins', {}, from - 1, false],
    ['when it begins', {}, from, true],
    ['long after, without an end', {}, from + 1e12, true],
    ['just before it ends', { until }, until - 1, true],
    ['when it ends', { until }, until, false],
    ['just before it is ended', { ended: { at: until, recordedAt: until } }, until - 1, true],
    ['when it is ended', { ended: { at: until, recordedAt: until } }, until, false],
    ['ended before its date', { until, ended: { at: from + 5, recordedAt: from + 5 } }, from + 5, false],
    ['ended after its date', { until, ended: { at: until + 5, recordedAt: until } }, until, false],
    ['ended before it began', { ended: { at: from - 5, recordedAt: from } }, from, false],
  ];
  it.each(boundaries)('%s', async (_, more, at, expected) => {
    given(me, held('guard', { post: gate }, more));
    const actor = authority.actorFor(person, ['guard'], [{ post: gate }], at);
    if (expected) await expect(actor).resolves.toEqual({ user: me, role: 'guard', post: gate });
    else await expect(actor).rejects.toThrow(NotPermitted);
  });

  it.each([
    [from + 9, true],
    [from + 10, false],
    [from + 19, false],
    [from + 20, true],
  ])('judges a suspension from +10 to +20 at %d', async (at, expected) => {
    accounts.set(me, opened({ login: 'me', grants: [held('guard', { post: gate })], suspensions: [{ from: from + 10, until: from + 20 }] }));
    expect(await authority.holds({ user: me, role: 'guard', post: gate }, { post: gate }, at)).toBe(expected);
  });
});

describe('other accounts', () => {
  const leader = held('squad-leader', { post: gate });
  const reach = (): Promise<Actor> => authority.actorFor(person, ['squad-leader', 'admin'], [{ account: other }], from);

  it('always reaches its own', async () => {
    given(me, leader);
    await expect(authority.actorFor(person, ['squad-leader'], [{ account: me }], from)).resolves.toMatchObject({ user: me });
  });
  it('reaches one that stands at their post', async () => {
    given(me, leader);
    given(other, held('guard', { post: gate }));
    await expect(reach()).resolves.toEqual({ user: me, role: 'squad-leader', post: gate });
  });
  it.each<[string, Grant[]]>([
    ['stands at another post', [held('guard', { post: yard })]],
    ['also commands an area', [held('guard', { post: gate }), held('commander', { area: '1601' })]],
    ['will command an area', [held('guard', { post: gate }), held('commander', { area: '1601' }, { from: from + 10 })]],
    ['holds nothing', []],
    ['held the post before', [held('guard', { post: gate }, { from: from - 10, until: from })]],
    ['is everywhere', [held('investigator', 'everywhere')]],
  ])('does not reach one that %s', async (_, grants) => {
    given(me, leader);
    given(other, ...grants);
    await expect(reach()).rejects.toThrow(OutOfScope);
  });
  it.each(['guard', 'dispatcher', 'station-officer'] as const)('a %s reaches nobody else, wherever the role is held', async (role) => {
    given(me, held(role, role === 'dispatcher' ? 'everywhere' : { post: gate }));
    given(other, held('guard', { post: gate }));
    await expect(authority.actorFor(person, [role], [{ account: other }], from)).rejects.toThrow(OutOfScope);
    await expect(authority.actorFor(person, [role], [{ account: me }], from)).resolves.toMatchObject({ user: me, role });
  });
  it('an admin of the regency reaches its posts and stations, and not the neighbours', async () => {
    given(me, held('admin', { area: '1601' }));
    given(other, held('guard', { post: gate }), held('station-officer', { stations: ['1601141011-001', '1601141012-001'] }));
    await expect(reach()).resolves.toEqual({ user: me, role: 'admin' });
    given(other, held('station-officer', { stations: ['1601141011-001', '1602010001-001'] }));
    await expect(reach()).rejects.toThrow(OutOfScope);
  });
});

describe('processes and the operating-system user', () => {
  it('a process has exactly its own role, everywhere', async () => {
    const process: Principal = { kind: 'process', role: 'process:access.overdue' };
    await expect(authority.actorFor(process, ['guard', 'process:access.overdue'], ['everywhere', { post: gate }], from)).resolves.toEqual({
      user: 'process:access.overdue',
      role: 'process:access.overdue',
    });
    await expect(authority.actorFor(process, ['process:access.other', 'guard', 'admin'], ['anyone'], from)).rejects.toThrow(NotPermitted);
  });
  it('a person cannot have the role of a process', async () => {
    given(me, held('admin', 'everywhere'));
    await expect(authority.actorFor(person, ['process:access.overdue'], ['anyone'], from)).rejects.toThrow(NotPermitted);
  });
  it('the operating-system user may do what an admin may', async () => {
    const system: Principal = { kind: 'system', user: 'operator' };
    await expect(authority.actorFor(system, ['admin'], ['everywhere'], from)).resolves.toEqual({ user: 'operator', role: 'system' });
    await expect(authority.actorFor(system, ['guard'], [{ post: gate }], from)).rejects.toThrow(NotPermitted);
  });
});
