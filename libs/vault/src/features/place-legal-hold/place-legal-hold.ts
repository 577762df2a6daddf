import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { holdReasons, legalHoldPlaced, subject, type HoldReason } from '../../domain/subject.ts';

export class PlaceLegalHold {
  @Id('The person whose data must be kept') subject!: string;
  @Id('The hold; each case has its own') hold!: string;
  @OneOf('Why', holdReasons) reason!: HoldReason;
}

export const placeLegalHold = command(PlaceLegalHold)({
  name: 'vault.place-legal-hold',
  summary: 'The data of a person must be kept until the hold is released.',
  records: 'order',
  roles: ['investigator'],
  // It hides nothing and shows nothing: whoever investigates anywhere may protect anybody's data.
  scope: () => 'anyone',
  writes: { subject: (c) => subject.at(c.subject) },
  objections: {
    'vault.already-erased': (_, { subject }) => subject.status === 'erased',
    'vault.erasure-under-way': (_, { subject }) => subject.status === 'ordered',
    'vault.hold-already-placed': ({ hold }, { subject }) => hold in subject.holds,
  },
  record: ({ hold, reason }) => [legalHoldPlaced({ hold, reason })],
});
