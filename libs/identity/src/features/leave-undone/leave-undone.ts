import { command, type Details } from '#kernel';
import { Id, Many, Words } from '#http';
import { entry, entryNotCarriedOut } from '../../domain/entry.ts';
import { takingUp } from '../../domain/process.ts';

export class FoundHindrance {
  @Words('The objection, or the problem that it was refused for', { max: 80, example: 'access.door-already-locked' }) code!: string;
  @Words('What it says about itself, as JSON', { max: 4_000, example: '{"status":"locked"}' }) details!: string;
}

export class LeaveUndone {
  @Id('The entry') entry!: string;
  @Many(FoundHindrance, { min: 1, description: 'What stands in its way' }) hindrances!: readonly FoundHindrance[];
}

export const leaveUndone = command(LeaveUndone)({
  name: 'identity.leave-undone',
  summary: 'An entry that was accepted is not recorded where it belongs: something stands against it.',
  records: 'order',
  roles: [takingUp],
  scope: () => 'anyone',
  writes: { entry: (c) => entry.at(c.entry) },
  objections: {
    'identity.entry-not-accepted': (_, { entry }) => entry.status !== 'accepted' && { status: entry.status },
  },
  record: ({ hindrances }) => [entryNotCarriedOut({ hindrances: hindrances.map(({ code, details }) => ({ code, details: JSON.parse(details) as Details })) })],
});
