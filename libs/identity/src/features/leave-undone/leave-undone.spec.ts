import { specFor } from '#testing';
import { entryAccepted, entryDismissed, entryMarked, entryNotCarriedOut, entryQuarantined } from '../../domain/entry.ts';
import { claimed, signature, someEntry as entry } from '../../testing/entries.ts';
import { leaveUndone } from './leave-undone.ts';

const quarantined = entryQuarantined({ ...claimed, signature, body: '{}' });
const hindered = { entry, hindrances: [{ code: 'access.watchlist-entry-not-standing', details: '{"status":"removed"}' }] };
const { given } = specFor(leaveUndone);

describe('leave-undone', () => {
  it('says what stands against an entry that was accepted', () =>
    given({ entry: [quarantined, entryAccepted()] })
      .when(hindered)
      .then(entryNotCarriedOut({ hindrances: [{ code: 'access.watchlist-entry-not-standing', details: { status: 'removed' } }] })));

  it.each([
    ['nobody has accepted', [quarantined]],
    ['was taken up', [quarantined, entryAccepted(), entryMarked({ ...claimed, stream: 'door-1' })]],
    ['was dismissed', [quarantined, entryDismissed({ reason: 'other' })]],
  ])('objects to one that %s', (_, events) => given({ entry: events }).when(hindered).objects('identity.entry-not-accepted'));
});
