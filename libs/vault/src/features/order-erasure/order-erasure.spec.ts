import { someUser, specFor, told } from '#testing';
import { erasureOrdered, erasureRefused, erasureRequested, legalHoldPlaced, legalHoldReleased, subjectErased } from '../../domain/subject.ts';
import { hold, person, post } from '../../testing/subjects.ts';
import { orderErasure } from './order-erasure.ts';

const order = { subject: person };
const requested = told(erasureRequested({ ground: 'court-order' }), { actor: { user: post, role: 'squad-leader' } });
const ordered = erasureOrdered({ ground: 'court-order' });
const held = legalHoldPlaced({ hold, reason: 'investigation' });
const { given } = specFor(orderErasure);

describe('order-erasure', () => {
  it('orders what was requested, on its ground', () =>
    given({ subject: [requested] })
      .when(order)
      .then(ordered));
  it('orders it when every hold was released', () =>
    given({ subject: [held, requested, legalHoldReleased({ hold })] })
      .when(order)
      .then(ordered));
  it('objects while a hold stands', () =>
    given({ subject: [requested, held] })
      .when(order)
      .objects('vault.under-legal-hold'));
  it('objects when nobody asked', () => given({}).when(order).objects('vault.erasure-not-requested'));
  it('objects when it was refused', () =>
    given({ subject: [requested, erasureRefused({ reason: 'still-needed' })] })
      .when(order)
      .objects('vault.erasure-not-requested'));
  it('objects to a second order', () =>
    given({ subject: [requested, ordered] })
      .when(order)
      .objects('vault.erasure-under-way'));
  it('objects once it is done', () =>
    given({ subject: [requested, ordered, subjectErased({ ground: 'court-order' })] })
      .when(order)
      .objects('vault.already-erased'));
  it('objects to one’s own request', () =>
    given({ subject: [told(erasureRequested({ ground: 'court-order' }), { actor: { user: someUser, role: 'admin' } })] })
      .when(order)
      .objects('vault.same-person'));
});
