import { specFor } from '#testing';
import { erasureOrdered, erasureRefused, erasureRequested, subjectErased } from '../../domain/subject.ts';
import { person } from '../../testing/subjects.ts';
import { refuseErasure } from './refuse-erasure.ts';

const refuse = { subject: person, reason: 'identity-not-proven' } as const;
const requested = erasureRequested({ ground: 'own-request' });
const ordered = erasureOrdered({ ground: 'own-request' });
const { given } = specFor(refuseErasure);

describe('refuse-erasure', () => {
  it('says why not', () =>
    given({ subject: [requested] })
      .when(refuse)
      .then(erasureRefused({ reason: 'identity-not-proven' })));
  it('objects when nobody asked', () => given({}).when(refuse).objects('vault.erasure-not-requested'));
  it('objects once it was ordered', () =>
    given({ subject: [requested, ordered] })
      .when(refuse)
      .objects('vault.erasure-under-way'));
  it('objects once it is done', () =>
    given({ subject: [requested, ordered, subjectErased({ ground: 'own-request' })] })
      .when(refuse)
      .objects('vault.already-erased'));
});

describe('refuse-erasure by who carries it out', () => {
  const { given } = specFor(refuseErasure, { role: 'process:execute-erasures' });
  it('says that the vault holds the data', () =>
    given({ subject: [requested, ordered] })
      .when({ ...refuse, reason: 'under-legal-hold' })
      .then(erasureRefused({ reason: 'under-legal-hold' })));
});
