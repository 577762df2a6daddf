import { command } from '#kernel';
import { shift, shiftAt, shiftEnded } from '../../domain/shift.ts';
import { insideAtPost } from '../../views/looks.ts';
import { OfShift, shiftOfAnotherPost } from '../of-shift.ts';

export class EndShift extends OfShift {}

export const endShift = command(EndShift)({
  name: 'access.end-shift',
  summary: 'The watch ends, nobody takes over, and no guest is left inside.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { shift: (c) => shift.at(c.shift) },
  looks: { inside: (c, { effectiveAt }) => insideAtPost({ post: c.post, at: effectiveAt }) },

  objections: {
    'access.shift-not-running': (_, { shift }, { effectiveAt }) => shiftAt(shift, effectiveAt).status !== 'running',
    'access.shift-of-another-post': (c, { shift }) => shiftOfAnotherPost(c, shift),
    'access.guests-still-inside': (_, { inside }) => inside.length > 0 && { count: inside.length, visits: inside },
  },

  record: ({ post }) => [shiftEnded({ post })],
});
