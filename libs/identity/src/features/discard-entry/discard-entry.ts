import { command, noRole, roles } from '#kernel';
import { Id, OneOf, Optional } from '#http';
import { discardReasons, entry, entryDiscarded, type DiscardReason } from '../../domain/entry.ts';
import { OfRefused, refusedOf } from '../of-refused.ts';

export class DiscardEntry extends OfRefused {
  @OneOf('Why it is given up', discardReasons) reason!: DiscardReason;
  @Optional(Id('The entry that was recorded instead')) instead?: string;
}

export const discardEntry = command(DiscardEntry)({
  name: 'identity.discard-entry',
  summary: 'An entry that was refused after the fact is given up; nothing disappears silently.',
  records: 'fact',
  roles: [...roles, noRole],
  scope: () => 'anyone',
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {
    'identity.entry-stands': (_, { entry }) => entry.status !== 'unknown' && { status: entry.status },
    'identity.entry-given-up': (_, { entry }) => entry.givenUp,
  },
  record: (c) => [entryDiscarded({ ...refusedOf(c), reason: c.reason, ...(c.instead !== undefined && { instead: c.instead }) })],
});
