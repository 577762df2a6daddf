import { command } from '#kernel';
import { Flag, Id, OneOf, Optional, Words } from '#http';
import { guestAccountedFor, guestStates, missingFrom, muster } from '../../domain/muster.ts';
import type { GuestState } from '../../domain/muster.ts';

export class AccountFor {
  @Id('The muster') muster!: string;
  @Id('The post that is counted') post!: string;
  @Id('The visit of the guest who was found') visit!: string;
  @OneOf('How the guest is', guestStates) state!: GuestState;
  @Optional(Words('Code of the place where the guest is now', { max: 40 })) place?: string;
  @Optional(Flag('The log did not have this guest inside, and yet here they are')) unlisted?: boolean;
}

export const accountFor = command(AccountFor)({
  name: 'access.account-for',
  summary: 'A guest was found, or is known to be elsewhere.',
  records: 'fact',
  roles: ['guard', 'squad-leader', 'commander'],
  scope: ({ post }) => ({ post }),
  writes: { muster: (c) => muster.at(c.muster) },

  objections: {
    // Who was closed as missing may still be found: that is the news everyone waits for.
    'access.muster-not-open': ({ visit }, { muster }) => muster.status !== 'open' && !missingFrom(muster).includes(visit) && { status: muster.status },
    'access.muster-of-another-post': ({ post }, { muster }) => muster.status !== 'undeclared' && muster.post !== post && { post: muster.post },
    'access.not-on-the-muster': ({ visit, unlisted }, { muster }) => muster.status !== 'undeclared' && !muster.expected.includes(visit) && !unlisted,
  },

  record: ({ post, visit, state, place, unlisted = false }) => [guestAccountedFor({ post, visit, state, unlisted, ...(place !== undefined && { place }) })],
});
