import { specFor } from '#testing';
import { entryAccepted, entryDismissed, entryNotCarriedOut, entryQuarantined } from '../../domain/entry.ts';
import { claimed, entryPost as post, signature, someEntry as entry } from '../../testing/entries.ts';
import { acceptEntry } from './accept-entry.ts';

const quarantined = entryQuarantined({ ...claimed, signature, body: '{}' });
const { given } = specFor(acceptEntry);

describe('accept-entry', () => {
  it('takes somebody’s word for it', () =>
    given({ entry: [quarantined] })
      .when({ entry, post })
      .then(entryAccepted()));

  it.each([
    ['nobody has sent', []],
    ['was accepted', [quarantined, entryAccepted()]],
    ['was accepted in vain', [quarantined, entryAccepted(), entryNotCarriedOut({ hindrances: [] })]],
    ['was dismissed', [quarantined, entryDismissed({ reason: 'did-not-happen' })]],
  ])('objects to one that %s', (_, events) => given({ entry: events }).when({ entry, post }).objects('identity.entry-not-quarantined'));

  it('objects to one of another post', () =>
    given({ entry: [entryQuarantined({ ...claimed, post: entry, signature, body: '{}' })] })
      .when({ entry, post })
      .objects('identity.entry-of-another-post'));
});
