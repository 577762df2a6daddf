import { someUser, specFor } from '#testing';
import { erasureOrdered, erasureRefused, erasureRequested, legalHoldPlaced, legalHoldReleased, subject, subjectErased } from '../../domain/subject.ts';
import { hold, person } from '../../testing/subjects.ts';
import { orderErasure } from './order-erasure.ts';

const order = { subject: person };
const requested = erasureRequested({ ground: 'court-order' });
const ordered = erasureOrdered({ ground: 'court-order' });
const held = legalHoldPlaced({ hold, reason: 'investigation' });
// The specs' given events are told by the same account that asks, so the rule of two persons is seen from a process.
const { given } = specFor(orderErasure, { role: 'process:retention' });

describe('order-erasure', () => {
  it('orders what was requested, on its ground', () => given({ subject: [requested] }).when(order).then(ordered));
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
});

describe('order-erasure by a person', () => {
  const { given } = specFor(orderErasure);
  it('objects to one’s own request', () => given({ subject: [requested] }).when(order).objects('vault.same-person'));
  it('is another person’s', () => {
    const by = (user: string) => orderErasure.objections['vault.same-person'](order, { subject: { ...subject.initial, status: 'requested', ground: 'court-order', by: user } }, circumstances);
    const circumstances = { commandId: hold, actor: { user: someUser, role: 'admin' }, effectiveAt: 0, recordedAt: 0 } as const;
    expect([by(someUser), by(person)]).toEqual([true, false]);
  });
});
