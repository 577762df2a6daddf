import { specFor } from '#testing';
import { erasureOrdered, erasureRefused, erasureRequested, legalHoldPlaced, subjectErased } from '../../domain/subject.ts';
import { hold, person, post } from '../../testing/subjects.ts';
import { requestErasure } from './request-erasure.ts';

const request = { subject: person, ground: 'own-request', post } as const;
const requested = erasureRequested({ ground: 'own-request', post });
const { given } = specFor(requestErasure);

describe('request-erasure', () => {
  it('takes the request of a person at the gate', () => given({}).when(request).then(requested));
  it('takes a letter to the office, from whom every place is in reach', () =>
    given({})
      .when({ subject: person, ground: 'court-order' }, { role: 'admin' })
      .then(erasureRequested({ ground: 'court-order' })));
  it('takes it again after it was refused', () =>
    given({ subject: [requested, erasureRefused({ reason: 'identity-not-proven' })] })
      .when(request)
      .then(requested));
  it('takes it although the data are held: who decides will see', () =>
    given({ subject: [legalHoldPlaced({ hold, reason: 'investigation' })] })
      .when(request)
      .then(requested));
  it('objects to a second request', () =>
    given({ subject: [requested] })
      .when(request)
      .objects('vault.erasure-already-requested'));
  it('objects once it was ordered', () =>
    given({ subject: [requested, erasureOrdered({ ground: 'own-request' })] })
      .when(request)
      .objects('vault.erasure-under-way'));
  it('objects once it is done', () =>
    given({ subject: [subjectErased({ ground: 'own-request' })] })
      .when(request)
      .objects('vault.already-erased'));
});
