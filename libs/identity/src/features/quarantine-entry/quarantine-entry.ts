import { command } from '#kernel';
import { Words } from '#http';
import { entry, entryQuarantined } from '../../domain/entry.ts';
import { identityProcess } from '../../domain/process.ts';
import { claimOf, OfClaimedEntry } from '../claimed-entry.ts';

export class QuarantineEntry extends OfClaimedEntry {
  @Words('The device’s signature, base64url', { min: 86, max: 86, example: 'A'.repeat(86) }) signature!: string;
  @Words('The command as JSON, with commitments in place of personal values', { max: 200_000, example: '{"door":"018c2207"}' }) body!: string;
}

export const quarantineEntry = command(QuarantineEntry)({
  name: 'identity.quarantine-entry',
  summary: 'An entry of a device that is no longer believed is kept apart, until somebody accepts or dismisses it.',
  records: 'fact',
  roles: [identityProcess],
  scope: () => 'anyone',
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {},
  record: (c) => [entryQuarantined({ ...claimOf(c), signature: c.signature, body: c.body })],
});
