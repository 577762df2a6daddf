import { command } from '#kernel';
import { Id } from '#http';
import { retentionProcess } from '../../domain/processes.ts';
import { erasureOrdered, heldBy, subject } from '../../domain/subject.ts';

export class OrderErasure {
  @Id('The person whose erasure was requested') subject!: string;
}

export const orderErasure = command(OrderErasure)({
  name: 'vault.order-erasure',
  summary: 'A requested erasure is to be carried out; it cannot be taken back.',
  records: 'order',
  roles: ['admin', retentionProcess],
  scope: () => 'everywhere',
  writes: { subject: (c) => subject.at(c.subject) },
  objections: {
    'vault.already-erased': (_, { subject }) => subject.status === 'erased',
    'vault.erasure-under-way': (_, { subject }) => subject.status === 'ordered',
    'vault.erasure-not-requested': (_, { subject }) => subject.status === 'kept',
    'vault.under-legal-hold': (_, { subject }) => heldBy(subject),
    // A process only applies a rule that people have set: it has nobody to agree with.
    'vault.same-person': (_, { subject }, { actor }) => subject.status === 'requested' && subject.by === actor.user && actor.role !== retentionProcess,
  },
  record: (_, { subject }) => (subject.status === 'requested' ? [erasureOrdered({ ground: subject.ground })] : []),
});
