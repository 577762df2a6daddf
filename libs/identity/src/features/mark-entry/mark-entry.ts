import { command } from '#kernel';
import { Words } from '#http';
import { entry, entryMarked } from '../../domain/entry.ts';
import { identityProcess } from '../../domain/process.ts';
import { claimOf, OfClaimedEntry } from '../claimed-entry.ts';

export class MarkEntry extends OfClaimedEntry {
  @Words('The stream that holds its events', { example: 'door-018c2207-5f3a-7c41-9d2e-3b1a6f0c8e11' }) stream!: string;
}

export const markEntry = command(MarkEntry)({
  name: 'identity.mark-entry',
  summary: 'An entry that was recorded came with something wrong: its squad leader is to see it.',
  records: 'order',
  roles: [identityProcess],
  scope: () => 'anyone',
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {},
  record: (c) => [entryMarked({ ...claimOf(c), stream: c.stream })],
});
