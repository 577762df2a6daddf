import { command } from '#kernel';
import { Id } from '#http';
import { erasingProcess } from '../../domain/processes.ts';
import { subject, subjectErased } from '../../domain/subject.ts';

export class ExecuteErasure {
  @Id('The person who was erased') subject!: string;
}

/** Recorded only through `erasingFirst`, which erases before it records: the log never says it too early. */
export const executeErasure = command(ExecuteErasure)({
  name: 'vault.execute-erasure',
  summary: 'A person was erased, as ordered.',
  records: 'order',
  roles: [erasingProcess],
  scope: () => 'everywhere',
  writes: { subject: (c) => subject.at(c.subject) },
  objections: {
    'vault.already-erased': (_, { subject }) => subject.status === 'erased',
    'vault.erasure-not-ordered': (_, { subject }) => subject.status === 'kept' || subject.status === 'requested',
  },
  record: (_, { subject }) => (subject.status === 'ordered' ? [subjectErased({ ground: subject.ground })] : []),
});
