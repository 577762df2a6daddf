import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { erasingProcess } from '../../domain/processes.ts';
import { erasureRefused, refusalReasons, subject, type RefusalReason } from '../../domain/subject.ts';

export class RefuseErasure {
  @Id('The person whose erasure was requested') subject!: string;
  @OneOf('Why not', refusalReasons) reason!: RefusalReason;
}

export const refuseErasure = command(RefuseErasure)({
  name: 'vault.refuse-erasure',
  summary: 'A requested erasure is not carried out.',
  records: 'order',
  roles: ['admin', erasingProcess],
  scope: () => 'everywhere',
  writes: { subject: (c) => subject.at(c.subject) },
  objections: {
    'vault.already-erased': (_, { subject }) => subject.status === 'erased',
    'vault.erasure-not-requested': (_, { subject }) => subject.status === 'kept',
    // Once it was ordered, only who carries it out knows whether it can still be refused.
    'vault.erasure-under-way': (_, { subject }, { actor }) => subject.status === 'ordered' && actor.role !== erasingProcess,
  },
  record: ({ reason }) => [erasureRefused({ reason })],
});
