import { specFor } from '#testing';
import { entryAccepted, entryDismissed, entryMarked, entryNotCarriedOut, entryQuarantined } from '../../domain/entry.ts';
import { claimed, entryPost as post, signature, someEntry as entry } from '../../testing/entries.ts';
import { dismissEntry } from './dismiss-entry.ts';

const quarantined = entryQuarantined({ ...claimed, signature, body: '{}' });
const inVain = entryNotCarriedOut({ hindrances: [{ code: 'access.door-already-locked', details: {} }] });
const dismiss = { entry, post, reason: 'not-by-its-author' } as const;
const { given } = specFor(dismissEntry);

describe('dismiss-entry', () => {
  it('says why', () =>
    given({ entry: [quarantined] })
      .when(dismiss)
      .then(entryDismissed({ reason: 'not-by-its-author' })));

  it('closes one that was accepted in vain', () =>
    given({ entry: [quarantined, entryAccepted(), inVain] })
      .when({ ...dismiss, reason: 'overtaken' })
      .then(entryDismissed({ reason: 'overtaken' })));

  it.each([
    ['was accepted, and may be recorded at any moment', [quarantined, entryAccepted()]],
    ['was taken up', [quarantined, entryAccepted(), entryMarked({ ...claimed, stream: 'door-1' })]],
    ['was dismissed', [quarantined, entryDismissed({ reason: 'other' })]],
  ])('objects to one that %s', (_, events) => given({ entry: events }).when(dismiss).objects('identity.entry-not-quarantined'));

  it('objects to one of another post', () =>
    given({ entry: [entryQuarantined({ ...claimed, post: entry, signature, body: '{}' })] })
      .when(dismiss)
      .objects('identity.entry-of-another-post'));
});
