import { specFor } from '#testing';
import { erasureOrdered, erasureRequested, legalHoldPlaced, legalHoldReleased, subjectErased } from '../../domain/subject.ts';
import { hold, person, post } from '../../testing/subjects.ts';
import { placeLegalHold } from './place-legal-hold.ts';

const place = { subject: person, hold, reason: 'investigation' } as const;
const placed = legalHoldPlaced({ hold, reason: 'investigation' });
const ordered = erasureOrdered({ ground: 'own-request' });
const { given } = specFor(placeLegalHold);

describe('place-legal-hold', () => {
  it('protects a person’s data', () => given({}).when(place).then(placed));
  it('protects them against a request', () =>
    given({ subject: [erasureRequested({ ground: 'own-request' })] })
      .when(place)
      .then(placed));
  it('stands beside another case’s hold, and again after its release', () =>
    given({ subject: [legalHoldPlaced({ hold: post, reason: 'audit' }), placed, legalHoldReleased({ hold })] })
      .when(place)
      .then(placed));
  it('objects to the same hold twice', () =>
    given({ subject: [placed] })
      .when(place)
      .objects('vault.hold-already-placed'));
  it('objects when the erasure was ordered', () =>
    given({ subject: [ordered] })
      .when(place)
      .objects('vault.erasure-under-way'));
  it('objects when nothing is left', () =>
    given({ subject: [ordered, subjectErased({ ground: 'own-request' })] })
      .when(place)
      .objects('vault.already-erased'));
});
