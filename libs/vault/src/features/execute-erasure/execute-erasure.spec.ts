import { specFor } from '#testing';
import { erasureOrdered, erasureRequested, subjectErased } from '../../domain/subject.ts';
import { person } from '../../testing/subjects.ts';
import { executeErasure } from './execute-erasure.ts';

const execute = { subject: person };
const requested = erasureRequested({ ground: 'retention-over' });
const ordered = erasureOrdered({ ground: 'retention-over' });
const erased = subjectErased({ ground: 'retention-over' });
const { given } = specFor(executeErasure);

describe('execute-erasure', () => {
  it('says that the person is erased, on the ground of the order', () =>
    given({ subject: [requested, ordered] })
      .when(execute)
      .then(erased));
  it('objects without an order', () =>
    given({ subject: [requested] })
      .when(execute)
      .objects('vault.erasure-not-ordered'));
  it('objects when it is done', () =>
    given({ subject: [requested, ordered, erased] })
      .when(execute)
      .objects('vault.already-erased'));
});
