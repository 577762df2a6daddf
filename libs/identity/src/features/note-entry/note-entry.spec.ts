import { sealed, specFor } from '#testing';
import { entryNoted, entryQuarantined } from '../../domain/entry.ts';
import { claimed, entryPost as post, signature, someEntry as entry } from '../../testing/entries.ts';
import { noteEntry } from './note-entry.ts';

const refused = { command: 'access.lock-door', device: claimed.device, seq: 7, post, problem: 'not-found' };
const note = { entry, ...refused, note: { value: 'Pintu G-1 dikunci pukul dua.' } };
const noted = entryNoted({ ...refused, note: sealed('Pintu G-1 dikunci pukul dua.') });
const { given } = specFor(noteEntry);

describe('note-entry', () => {
  it('keeps what was to be recorded, in words', () => given({}).when(note).then(noted));

  it('objects to one that the server has taken', () =>
    given({ entry: [entryQuarantined({ ...claimed, signature, body: '{}' })] })
      .when(note)
      .objects('identity.entry-stands'));

  it('objects to one that stands as a note', () =>
    given({ entry: [noted] })
      .when(note)
      .objects('identity.entry-given-up'));
});
