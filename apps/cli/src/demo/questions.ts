import { formatWib } from '#kernel';
import { askedAt } from './scenario/scenario.ts';
import { doorId, posts } from './scenario/places.ts';

const at = formatWib(askedAt).replace('.000', '');
const path = (query: string, args: Readonly<Record<string, string>>): string => `/api/access/${query}?${new URLSearchParams(args).toString()}`;
const post = posts.P1.post;

/** Who was inside at 02:13: as we now know it, and as it was known then. */
export const insideNowKnown = path('who-is-inside', { post, at });
export const insideThenKnown = path('who-is-inside', { post, at, knownAt: at });
/** Who passed the door of Gudang B, and when it was locked. */
export const lockedDoor = path('door-log', { post, door: doorId('G-B') });
/** Who was called out when the roof leaked, and who turned up. */
export const leakMuster = path('musters', { post });
