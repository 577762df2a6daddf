import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Note, OneOf, Optional } from '#http';
import { muster, musterDeclared, musterReasons } from '../../domain/muster.ts';
import type { MusterReason } from '../../domain/muster.ts';
import { exitsNotObserved, insideAtPost, openMusters } from '../../views/looks.ts';

export class DeclareMuster {
  @Id('The muster') muster!: string;
  @Id('The post that is emptied and counted') post!: string;
  @OneOf('Why', musterReasons) reason!: MusterReason;
  @Optional(Note('What was seen')) note?: Sealed;
}

export const declareMuster = command(DeclareMuster)({
  name: 'access.declare-muster',
  summary: 'Everyone inside is called out and counted; whom the log has inside at this instant is frozen.',
  records: 'fact',
  roles: ['guard', 'squad-leader', 'commander'],
  scope: ({ post }) => ({ post }),
  writes: { muster: (c) => muster.at(c.muster) },
  looks: {
    inside: (c, { effectiveAt }) => insideAtPost({ post: c.post, at: effectiveAt }),
    unobserved: (c, { effectiveAt }) => exitsNotObserved({ post: c.post, at: effectiveAt }),
    open: (c, { effectiveAt }) => openMusters({ post: c.post, at: effectiveAt }),
  },

  objections: {
    'access.muster-already-declared': (_, { muster }) => muster.status !== 'undeclared',
    'access.post-in-muster': (_, { open }) => open.length > 0 && { musters: open },
  },

  record: ({ post, reason, note }, { inside, unobserved }) => [
    musterDeclared({ post, reason, expected: [...new Set([...inside, ...unobserved])], unobserved, ...(note && { note }) }),
  ],
});
