import { specFor } from '#testing';
import { guestAccountedFor, musterClosed, musterDeclared } from '../../domain/muster.ts';
import { accountFor } from './account-for.ts';

const muster = '018c2207-0000-7000-8000-000000000101';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const visit = '018c2207-0000-7000-8000-0000000000a1';
const stranger = '018c2207-0000-7000-8000-0000000000a2';

const declared = musterDeclared({ post, reason: 'fire', expected: [visit], unobserved: [] });
const safe = guestAccountedFor({ post, visit, state: 'safe', unlisted: false });
const account = { muster, post, visit, state: 'safe' } as const;

const { given } = specFor(accountFor);

describe('account-for', () => {
  it('finds a guest', () =>
    given({ muster: [declared] })
      .when(account)
      .then(safe));

  it('says where the guest is, and how, also when that has changed', () =>
    given({ muster: [declared, safe] })
      .when({ ...account, state: 'in-hospital', place: 'RSUD-IS' })
      .then(guestAccountedFor({ post, visit, state: 'in-hospital', place: 'RSUD-IS', unlisted: false })));

  it('keeps someone whom the log did not have inside', () =>
    given({ muster: [declared] })
      .when({ ...account, visit: stranger, unlisted: true })
      .then(guestAccountedFor({ post, visit: stranger, state: 'safe', unlisted: true })));

  it('finds a guest who was closed as missing', () =>
    given({ muster: [declared, musterClosed({ post, missing: [visit] })] })
      .when(account)
      .then(safe));

  it('objects to a guest who was not expected, unless that is said', () =>
    given({ muster: [declared] })
      .when({ ...account, visit: stranger })
      .objects('access.not-on-the-muster'));

  it('objects to a muster that was never declared', () => given({}).when(account).objects('access.muster-not-open'));

  it('objects to a closed muster in which nobody was missing', () =>
    given({ muster: [declared, safe, musterClosed({ post, missing: [] })] })
      .when({ ...account, state: 'injured' })
      .objects('access.muster-not-open'));

  it('objects to a muster of another post', () =>
    given({ muster: [musterDeclared({ post: elsewhere, reason: 'fire', expected: [visit], unobserved: [] })] })
      .when(account)
      .objects('access.muster-of-another-post'));
});
