import { command } from '#kernel';
import { Id, Many } from '#http';
import { post } from '../../domain/post.ts';
import { shift, shiftStarted } from '../../domain/shift.ts';
import { runningShift } from '../../views/looks.ts';
import { OfShift } from '../of-shift.ts';

export class StartShift extends OfShift {
  @Many(Id('Account of a guard'), { min: 1, max: 50, description: 'Who keeps watch' }) guards!: readonly string[];
}

export const startShift = command(StartShift)({
  name: 'access.start-shift',
  summary: 'Guards take up watch at a post where nobody keeps it.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { shift: (c) => shift.at(c.shift) },
  reads: { post: (c) => post.at(c.post) },
  looks: { running: (c, { effectiveAt }) => runningShift({ post: c.post, at: effectiveAt }) },

  objections: {
    'access.post-not-registered': (_, { post }) => post.status === 'unregistered',
    'access.shift-already-started': (_, { shift }) => shift.started,
    'access.post-has-running-shift': (c, { running }) => running !== null && running.shift !== c.shift && { shift: running.shift },
  },

  record: ({ post, guards }) => [shiftStarted({ post, guards })],
});
