import { event, stream } from '#kernel';

export const postRegistered = event('access.post-registered.v1')<{ village: string; name: string }>();

export type PostEvent = ReturnType<typeof postRegistered>;

export type Post = { status: 'unregistered' } | { status: 'registered'; village: string; name: string };

/** A guard post: where guests report. `village` is the ten-digit code of the place it stands in. */
export const post = stream<Post, PostEvent>({
  kind: 'post',
  initial: { status: 'unregistered' },
  scope: (post) => (post.status === 'unregistered' ? undefined : { area: post.village }),
  evolve: {
    'access.post-registered.v1': (post, { village, name }) => (post.status === 'unregistered' ? { status: 'registered', village, name } : post),
  },
});
