import { command } from '#kernel';
import type { Sealed } from '#kernel';
import { Id, Many, Note, Optional } from '#http';
import { missingFrom, muster, musterClosed } from '../../domain/muster.ts';

export class CloseMuster {
  @Id('The muster') muster!: string;
  @Id('The post that was counted') post!: string;
  @Many(Id('Visit of a guest who is missing'), { max: 1_000 }) missing!: string[];
  @Optional(Note('What remains to be said')) note?: Sealed;
}

export const closeMuster = command(CloseMuster)({
  name: 'access.close-muster',
  summary: 'The count is over; whoever is missing is named, one by one.',
  records: 'order',
  roles: ['squad-leader', 'commander'],
  scope: ({ post }) => ({ post }),
  writes: { muster: (c) => muster.at(c.muster) },

  objections: {
    'access.muster-not-open': (_, { muster }) => muster.status !== 'open' && { status: muster.status },
    'access.muster-of-another-post': ({ post }, { muster }) => muster.status !== 'undeclared' && muster.post !== post && { post: muster.post },
    'access.missing-not-named': ({ missing }, { muster }) => some(missingFrom(muster).filter((visit) => !missing.includes(visit))),
    'access.named-not-missing': ({ missing }, { muster }) => muster.status === 'open' && some(missing.filter((visit) => !missingFrom(muster).includes(visit))),
  },

  record: ({ post, missing, note }) => [musterClosed({ post, missing, ...(note && { note }) })],
});

const some = (visits: readonly string[]): false | { visits: readonly string[] } => visits.length > 0 && { visits };
