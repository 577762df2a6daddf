import { sealed, specFor, told } from '#testing';
import { nightAtKemelak } from '#testing';
import { guestAccountedFor, missingFrom, muster as musterStream, musterClosed, musterDeclared } from '../../domain/muster.ts';
import { closeMuster } from './close-muster.ts';

const muster = '018c2207-0000-7000-8000-000000000101';
const post = '018c2207-0000-7000-8000-0000000000b1';
const elsewhere = '018c2207-0000-7000-8000-0000000000b2';
const one = '018c2207-0000-7000-8000-0000000000a1';
const two = '018c2207-0000-7000-8000-0000000000a2';

const declared = musterDeclared({ post, reason: 'fire', expected: [one, two], unobserved: [] });
const found = (visit: string) => guestAccountedFor({ post, visit, state: 'safe', unlisted: false });
const close = { muster, post, missing: [] };

const { given } = specFor(closeMuster);

describe('close-muster', () => {
  it('closes when everyone is accounted for', () =>
    given({ muster: [declared, found(one), found(two)] })
      .when(close)
      .then(musterClosed({ post, missing: [] })));

  it('closes with someone missing who is named', () =>
    given({ muster: [declared, found(one)] })
      .when({ ...close, missing: [two], note: { value: 'dicari di halaman' } })
      .then(musterClosed({ post, missing: [two], note: sealed('dicari di halaman') })));

  it('objects while someone is missing who is not named', () =>
    given({ muster: [declared, found(one)] })
      .when(close)
      .objects('access.missing-not-named'));

  it('objects to naming someone who was found', () =>
    given({ muster: [declared, found(one), found(two)] })
      .when({ ...close, missing: [two] })
      .objects('access.named-not-missing'));

  it('objects to closing it twice', () =>
    given({ muster: [declared, found(one), found(two), musterClosed({ post, missing: [] })] })
      .when(close)
      .objects('access.muster-not-open'));

  it('objects to a muster that was never declared', () => given({}).when(close).objects('access.muster-not-open'));

  it('objects to a muster of another post', () =>
    given({ muster: [musterDeclared({ post: elsewhere, reason: 'fire', expected: [], unobserved: [] })] })
      .when(close)
      .objects('access.muster-of-another-post'));

  it('counts a guest who is first accounted for and then said to be injured once, by the latest word', () =>
    given({ muster: [declared, found(one), told(found(two), { effectiveAt: nightAtKemelak - 60_000 }), found(two)] })
      .when(close)
      .then(musterClosed({ post, missing: [] })));

  it('misses nobody before it is declared', () => expect(missingFrom(musterStream.initial)).toEqual([]));
});
