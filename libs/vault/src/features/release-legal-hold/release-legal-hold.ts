import { command } from '#kernel';
import { Id } from '#http';
import { legalHoldReleased, subject } from '../../domain/subject.ts';

export class ReleaseLegalHold {
  @Id('The person') subject!: string;
  @Id('The hold') hold!: string;
}

export const releaseLegalHold = command(ReleaseLegalHold)({
  name: 'vault.release-legal-hold',
  summary: 'A hold on the data of a person ends; others may stand.',
  records: 'order',
  roles: ['investigator'],
  scope: () => 'anyone',
  writes: { subject: (c) => subject.at(c.subject) },
  objections: { 'vault.hold-not-standing': ({ hold }, { subject }) => !(hold in subject.holds) },
  record: ({ hold }) => [legalHoldReleased({ hold })],
});
