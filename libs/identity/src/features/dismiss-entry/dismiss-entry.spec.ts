import { specFor } from '#testing';
import { entryAccepted, entryDismissed, entryQuarantined } from '../../domain/entry.ts';
import { claimed, entryPost as post, signature, someEntry as entry } from '../../testing/entries.ts';
import { dismissEntry } from './dismiss-entry.ts';

const quarantined = entryQuarantined({ ...claimed, signature, body: '{}' });
const dismiss = { entry, post, reason: 'not-by-its-author' } as const;
const { given } = specFor(dismissEntry);

describe('dismiss-entry', () => {
  it('says why', () =>
    given({ entry: [quarantined] })
      .when(dismiss)
      .then(entryDismissed({ reason: 'not-by-its-author' })));

  it('objects to one that was accepted', () =>
    given({ entry: [quarantined, entryAccepted()] })
      .when(dismiss)
      .objects('identity.entry-not-quarantined'));

  it('objects to one of another post', () =>
    given({ entry: [entryQuarantined({ ...claimed, post: entry, signature, body: '{}' })] })
      .when(dismiss)
      .objects('identity.entry-of-another-post'));
});
