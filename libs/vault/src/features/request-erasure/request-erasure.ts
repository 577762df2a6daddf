import { command } from '#kernel';
import { Id, OneOf, Optional } from '#http';
import { retentionProcess } from '../../domain/processes.ts';
import { erasureGrounds, erasureRequested, subject, type ErasureGround } from '../../domain/subject.ts';

export class RequestErasure {
  @Id('The person') subject!: string;
  @OneOf('On what ground', erasureGrounds) ground!: ErasureGround;
  @Optional(Id('The post where they asked; absent: asked of the office')) post?: string;
}

export const requestErasure = command(RequestErasure)({
  name: 'vault.request-erasure',
  summary: 'A person is to be erased; an admin decides.',
  records: 'order',
  roles: ['squad-leader', 'admin', retentionProcess],
  scope: ({ post }) => (post === undefined ? 'everywhere' : { post }),
  writes: { subject: (c) => subject.at(c.subject) },
  objections: {
    'vault.already-erased': (_, { subject }) => subject.status === 'erased',
    'vault.erasure-already-requested': (_, { subject }) => subject.status === 'requested',
    'vault.erasure-under-way': (_, { subject }) => subject.status === 'ordered',
  },
  record: ({ ground, post }) => [erasureRequested({ ground, ...(post !== undefined && { post }) })],
});
