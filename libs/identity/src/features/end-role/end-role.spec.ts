import { specFor } from '#testing';
import { accountOpened, roleEnded, roleGranted } from '../../domain/account.ts';
import { endRole } from './end-role.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const grant = '018c2207-0000-7000-8000-000000000091';
const post = '018c2207-0000-7000-8000-0000000000b1';
const from = Date.UTC(2023, 10, 1);
const at = Date.UTC(2023, 10, 20);

const opened = accountOpened({ login: 'guard-7' });
const granted = roleGranted({ grant, role: 'guard', place: { post }, from });
const end = { account, grant, at };
const { given } = specFor(endRole);

describe('end-role', () => {
  it('ends it at an instant', () =>
    given({ account: [opened, granted] })
      .when(end)
      .then(roleEnded({ grant, at })));

  it('ends it earlier than was said before', () =>
    given({ account: [opened, granted, roleEnded({ grant, at: at + 1 })] })
      .when(end)
      .then(roleEnded({ grant, at })));

  it('objects to a grant that the account does not have', () =>
    given({ account: [opened] })
      .when(end)
      .objects('identity.grant-unknown'));

  it('objects to an end before the beginning', () =>
    given({ account: [opened, granted] })
      .when({ ...end, at: from - 1 })
      .objects('identity.ends-before-it-begins'));

  it.each([
    ['was ended', [granted, roleEnded({ grant, at })]],
    ['ended by its date', [roleGranted({ grant, role: 'guard', place: { post }, from, until: at })]],
  ])('objects when it %s by then', (_, facts) =>
    given({ account: [opened, ...facts] })
      .when(end)
      .objects('identity.role-already-ended'),
  );
});
