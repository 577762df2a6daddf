import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Many, Note, Optional } from '#http';
import { shift, shiftAt, shiftHandedOver } from '../../domain/shift.ts';
import { insideAtPost } from '../../views/looks.ts';
import { OfShift, shiftOfAnotherPost } from '../of-shift.ts';

export class HandOverShift extends OfShift {
  @Many(Id('Account of a guard'), { min: 1, max: 50, description: 'Who takes over' }) to!: readonly string[];
  @Many(Id('A visit'), { max: 1_000, description: 'The visits whose guests are inside, as the outgoing guard acknowledges' }) acknowledged!: readonly string[];
  @Optional(Note('What the next watch should know')) notes?: Sealed;
}

export const handOverShift = command(HandOverShift)({
  name: 'access.hand-over-shift',
  summary: 'The watch goes to other guards, with everyone who is inside acknowledged.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { shift: (c) => shift.at(c.shift) },
  looks: { inside: (c, { effectiveAt }) => insideAtPost({ post: c.post, at: effectiveAt }) },

  objections: {
    'access.shift-not-running': (_, { shift }, { effectiveAt }) => shiftAt(shift, effectiveAt).status !== 'running',
    'access.shift-of-another-post': (c, { shift }) => shiftOfAnotherPost(c, shift),
    'access.muster-differs': ({ acknowledged }, { inside }) => {
      const notAcknowledged = without(inside, acknowledged);
      const notInside = without(acknowledged, inside);
      return notAcknowledged.length + notInside.length > 0 && { notAcknowledged, notInside };
    },
  },

  record: ({ post, to, acknowledged, notes }) => [shiftHandedOver(said({ post, to, acknowledged, notes }))],
});

function without(visits: readonly string[], known: readonly string[]): readonly string[] {
  const among = new Set(known);
  return visits.filter((visit) => !among.has(visit));
}
