import { someUser, specFor } from '#testing';
import { accountOpened, roleGranted } from '../../domain/account.ts';
import { grantRole } from './grant-role.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const grant = '018c2207-0000-7000-8000-000000000091';
const post = '018c2207-0000-7000-8000-0000000000b1';
const from = Date.UTC(2023, 10, 30, 11);
const until = Date.UTC(2024, 1, 20);

const opened = accountOpened({ login: 'guard-7' });
const asGuard = { account, grant, role: 'guard', post, from } as const;
const { given } = specFor(grantRole);

describe('grant-role', () => {
  it('lets a guard stand at a post', () =>
    given({ account: [opened] })
      .when(asGuard)
      .then(roleGranted({ grant, role: 'guard', place: { post }, from })));

  it('ends by itself at a date', () =>
    given({ account: [opened] })
      .when({ ...asGuard, until })
      .then(roleGranted({ grant, role: 'guard', place: { post }, from, until })));

  it('lets a commander lead an area', () =>
    given({ account: [opened] })
      .when({ account, grant, role: 'commander', area: '1601', from })
      .then(roleGranted({ grant, role: 'commander', place: { area: '1601' }, from })));

  it('lets a station officer stand at stations', () =>
    given({ account: [opened] })
      .when({ account, grant, role: 'station-officer', stations: ['1601141011-007', '1601141011-008'], from })
      .then(roleGranted({ grant, role: 'station-officer', place: { stations: ['1601141011-007', '1601141011-008'] }, from })));

  it('lets an investigator read everywhere', () =>
    given({ account: [opened] })
      .when({ account, grant, role: 'investigator', everywhere: true, from })
      .then(roleGranted({ grant, role: 'investigator', place: 'everywhere', from })));

  it('objects to an account that was never opened', () => given({}).when(asGuard).objects('identity.account-unknown'));

  it('objects to a grant that was recorded before', () =>
    given({ account: [opened, roleGranted({ grant, role: 'guard', place: { post }, from: 0 })] })
      .when(asGuard)
      .objects('identity.grant-known'));

  it('objects to a role that one gives oneself', () =>
    given({ account: [opened] })
      .when({ ...asGuard, account: someUser })
      .objects('identity.own-account'));

  it('objects to two places', () =>
    given({ account: [opened] })
      .when({ ...asGuard, area: '1601' })
      .objects('identity.place-not-one'));

  it('objects to no place', () =>
    given({ account: [opened] })
      .when({ account, grant, role: 'commander', from })
      .objects('identity.place-not-one'));

  it.each([
    { role: 'guard', everywhere: true },
    { role: 'squad-leader', area: '1601' },
    { role: 'station-officer', post },
    { role: 'commander', stations: ['1601141011-007'] },
    { role: 'admin', post },
  ] as const)('objects to $role at a place of another kind', (held) =>
    given({ account: [opened] })
      .when({ account, grant, from, ...held })
      .objects('identity.place-does-not-fit'),
  );

  it('objects to an end that is not after the beginning', () =>
    given({ account: [opened] })
      .when({ ...asGuard, until: from })
      .objects('identity.ends-before-it-begins'));
});
