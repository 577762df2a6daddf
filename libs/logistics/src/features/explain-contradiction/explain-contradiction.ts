import { Note } from '#http';
import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { boxContradiction, boxContradictionId, contradictionExplained } from '../../domain/box-contradiction.ts';
import { OfContradiction } from '../of-contradiction.ts';

export class ExplainContradiction extends OfContradiction {
  @Note('How it came about, and how that is known') explanation!: Sealed;
}

export const explainContradiction = command(ExplainContradiction)({
  name: 'logistics.explain-contradiction',
  summary: 'Somebody who answers for it says how a contradiction came about. It stands on, as explained; what it is about stays as it was told.',
  records: 'fact',
  roles: ['dispatcher', 'commander', 'investigator'],
  scope: ({ area }) => ({ area }),
  writes: { contradiction: (c) => boxContradiction.at(boxContradictionId(c.what, c.about)) },

  objections: {
    'logistics.contradiction-not-standing': (_, { contradiction }) => contradiction.status !== 'standing' && { status: contradiction.status },
  },

  record: ({ area, what, about, explanation }) => [contradictionExplained({ area, what, about: [...about].sort(), explanation })],
});
