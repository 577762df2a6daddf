import { sealed, specFor } from '#testing';
import { musterDeclared } from '../../domain/muster.ts';
import { declareMuster } from './declare-muster.ts';

const muster = '018c2207-0000-7000-8000-000000000101';
const another = '018c2207-0000-7000-8000-000000000102';
const post = '018c2207-0000-7000-8000-0000000000b1';
const one = '018c2207-0000-7000-8000-0000000000a1';
const two = '018c2207-0000-7000-8000-0000000000a2';
const lost = '018c2207-0000-7000-8000-0000000000a3';
const leak = { muster, post, reason: 'leak' } as const;

const { given } = specFor(declareMuster);

describe('declare-muster', () => {
  it('freezes whom the log has inside', () =>
    given({ inside: [one, two], unobserved: [], open: [] })
      .when(leak)
      .then(musterDeclared({ post, reason: 'leak', expected: [one, two], unobserved: [] })));

  it('expects whose exit nobody saw as well: they may be inside', () =>
    given({ inside: [one], unobserved: [lost], open: [] })
      .when(leak)
      .then(musterDeclared({ post, reason: 'leak', expected: [one, lost], unobserved: [lost] })));

  it('is declared over an empty house too, with what was seen', () =>
    given({ inside: [], unobserved: [], open: [] })
      .when({ ...leak, note: { value: 'air menetes di zona B' } })
      .then(musterDeclared({ post, reason: 'leak', expected: [], unobserved: [], note: sealed('air menetes di zona B') })));

  it('objects to declaring it twice', () =>
    given({ muster: [musterDeclared({ post, reason: 'fire', expected: [one], unobserved: [] })], inside: [one], unobserved: [], open: [] })
      .when(leak)
      .objects('access.muster-already-declared'));

  it('objects to a second muster at the post', () =>
    given({ inside: [one], unobserved: [], open: [another] })
      .when(leak)
      .objects('access.post-in-muster'));
});
