import { specFor } from '#testing';
import { entryMarked } from '../../domain/entry.ts';
import { claimed, someEntry } from '../../testing/entries.ts';
import { markEntry } from './mark-entry.ts';

const stream = 'door-018c2207-0000-7000-8000-0000000000d1';
const { given } = specFor(markEntry);

it('keeps what is wrong with an entry, for its squad leader to see', () =>
  given({})
    .when({ entry: someEntry, ...claimed, marks: ['sequence-gap'], stream })
    .then(entryMarked({ ...claimed, marks: ['sequence-gap'], stream })));
