import { specFor } from '#testing';
import { subjectsMerged } from '../../domain/person.ts';
import { mergeSubjects } from './merge-subjects.ts';

const person = '018c2207-0000-7000-8000-0000000000e1';
const into = '018c2207-0000-7000-8000-0000000000e2';
const third = '018c2207-0000-7000-8000-0000000000e3';
const post = '018c2207-0000-7000-8000-0000000000b1';

const merge = { person, into, post, basis: 'same-identity-number' } as const;
const merged = subjectsMerged({ post, into, basis: 'same-identity-number' });

const { given } = specFor(mergeSubjects);

describe('merge-subjects', () => {
  it('makes one person of two', () =>
    given({ known: [person, into] })
      .when(merge)
      .then(merged));

  it('objects to merging a person with themselves', () =>
    given({ known: [person] })
      .when({ ...merge, into: person })
      .objects('access.same-subject'));

  it('objects to merging twice', () =>
    given({ person: [merged], known: [person, third] })
      .when({ ...merge, into: third })
      .objects('access.already-merged'));

  it('objects to merging into someone who is another already', () =>
    given({ into: [subjectsMerged({ post, into: third, basis: 'same-face' })], known: [person, into] })
      .when(merge)
      .objects('access.merged-elsewhere'));

  it('objects to persons never seen at the post', () =>
    given({ known: [into] })
      .when(merge)
      .objects('access.person-not-known'));
});
