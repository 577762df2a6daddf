import { Note } from '#http';
import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { contradiction, contradictionExplained, contradictionId } from '../../domain/contradiction.ts';
import { OfContradiction } from '../of-contradiction.ts';

export class ExplainContradictionAtPost extends OfContradiction {
  @Note('How it came about, and how that is known') explanation!: Sealed;
}

export const explainContradiction = command(ExplainContradictionAtPost)({
  name: 'access.explain-contradiction',
  summary: 'Somebody who answers for the post says how a contradiction came about. It stands on, as explained; what it is about stays as it was told.',
  records: 'fact',
  roles: ['squad-leader', 'commander', 'investigator'],
  scope: ({ post }) => ({ post }),
  writes: { contradiction: (c) => contradiction.at(contradictionId(c.what, c.about)) },

  objections: {
    'access.contradiction-not-standing': (_, { contradiction }) => contradiction.status !== 'standing' && { status: contradiction.status },
  },

  record: ({ post, what, about, explanation }) => [contradictionExplained({ post, what, about: [...about].sort(), explanation })],
});
