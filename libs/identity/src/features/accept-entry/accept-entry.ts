import { command } from '#kernel';
import { entry, entryAccepted } from '../../domain/entry.ts';
import { deciding, notQuarantined, ofAnotherPost, OfQuarantine, placeOf } from '../of-quarantine.ts';

export class AcceptEntry extends OfQuarantine {}

export const acceptEntry = command(AcceptEntry)({
  name: 'identity.accept-entry',
  summary: 'An entry that was kept apart is recorded where it belongs, on the word of who accepts it.',
  records: 'order',
  roles: deciding,
  scope: placeOf,
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {
    'identity.entry-not-quarantined': (_, { entry }) => notQuarantined(entry),
    'identity.entry-of-another-post': (c, { entry }) => ofAnotherPost(c, entry),
  },
  record: () => [entryAccepted()],
});
