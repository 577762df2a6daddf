import { nightAtKemelak, someCommand, someUser, specFor } from '#testing';
import { accountOpened, accountSuspended, roleGranted, enrolmentCodeIssued } from '../../domain/account.ts';
import { issueEnrolmentCode } from './issue-enrolment-code.ts';

const account = '018c2207-0000-7000-8000-0000000000a1';
const post = '018c2207-0000-7000-8000-0000000000b1';
const opened = accountOpened({ login: 'guard-7' });
const held = (role: 'guard' | 'commander', from = 0) =>
  roleGranted({ grant: `018c2207-0000-7000-8000-00000000${role === 'guard' ? '0091' : '0092'}`, role, place: { post }, from });
const minutes = 60_000;
const { given } = specFor(issueEnrolmentCode);

describe('issue-enrolment-code', () => {
  it('promises a code for half an hour', () =>
    given({ account: [opened, held('guard')] })
      .when({ account })
      .then(enrolmentCodeIssued({ code: someCommand, until: nightAtKemelak + 30 * minutes })));

  it('promises it for as long as was asked', () =>
    given({ account: [opened, held('guard')] })
      .when({ account, minutes: 5 })
      .then(enrolmentCodeIssued({ code: someCommand, until: nightAtKemelak + 5 * minutes })));

  it('objects to an account that was never opened', () => given({}).when({ account }).objects('identity.account-unknown'));

  it('objects to one that is suspended', () =>
    given({ account: [opened, accountSuspended({ reason: 'misuse' })] })
      .when({ account })
      .objects('identity.account-is-suspended'));

  it('objects when a squad leader issues it to a commander', () =>
    given({ account: [opened, held('guard'), held('commander')] })
      .when({ account })
      .objects('identity.account-outranks'));

  it('objects when a squad leader issues it to who will be a commander', () =>
    given({ account: [opened, held('guard'), held('commander', nightAtKemelak + 1)] })
      .when({ account })
      .objects('identity.account-outranks'));

  it('lets an admin issue it to a commander', () =>
    given({ account: [opened, held('commander')] })
      .when({ account }, { role: 'admin' })
      .then(enrolmentCodeIssued({ code: someCommand, until: nightAtKemelak + 30 * minutes })));

  it('objects to one’s own account', () =>
    given({ account: [opened] })
      .when({ account: someUser }, { role: 'admin' })
      .objects('identity.own-account'));
});
