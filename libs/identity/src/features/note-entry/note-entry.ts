import { command, noRole, roles, type Sealed } from '#kernel';
import { Note } from '#http';
import { entry, entryNoted } from '../../domain/entry.ts';
import { OfRefused, refusedOf } from '../of-refused.ts';

export class NoteEntry extends OfRefused {
  @Note('What was to be recorded') note!: Sealed;
}

export const noteEntry = command(NoteEntry)({
  name: 'identity.note-entry',
  summary: 'An entry that was refused after the fact stands as a note instead.',
  records: 'fact',
  roles: [...roles, noRole],
  scope: () => 'anyone',
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {
    'identity.entry-stands': (_, { entry }) => entry.status !== 'unknown' && { status: entry.status },
    'identity.entry-given-up': (_, { entry }) => entry.givenUp,
  },
  record: (c) => [entryNoted({ ...refusedOf(c), note: c.note })],
});
