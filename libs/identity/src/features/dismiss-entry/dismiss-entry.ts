import { command } from '#kernel';
import { OneOf } from '#http';
import { dismissalReasons, entry, entryDismissed, type DismissalReason } from '../../domain/entry.ts';
import { deciding, nothingToDecide, ofAnotherPost, OfQuarantine, placeOf } from '../of-quarantine.ts';

export class DismissEntry extends OfQuarantine {
  @OneOf('Why', dismissalReasons) reason!: DismissalReason;
}

export const dismissEntry = command(DismissEntry)({
  name: 'identity.dismiss-entry',
  summary: 'An entry that was kept apart, or was accepted in vain, is not taken up; it stays readable where it is.',
  records: 'order',
  roles: deciding,
  scope: placeOf,
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {
    'identity.entry-not-quarantined': (_, { entry }) => nothingToDecide(entry),
    'identity.entry-of-another-post': (c, { entry }) => ofAnotherPost(c, entry),
  },
  record: ({ reason }) => [entryDismissed({ reason })],
});
