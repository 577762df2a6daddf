import { event, naturalId, stream } from '#kernel';
import type { Instant, Sealed } from '#kernel';

/** `about` names what does not fit together: visits and doors by id. `at` is the instant at which they do not. */
export const contradictionNoticed = event('access.contradiction-noticed.v1')<{
  post: string;
  what: ContradictionKind;
  about: readonly string[];
  at: Instant;
}>();
export const contradictionSettled = event('access.contradiction-settled.v1')<{ post: string; what: ContradictionKind; about: readonly string[] }>();

/** Somebody says how it came about. It stands all the same, and so do the facts that it is about. */
export const contradictionExplained = event('access.contradiction-explained.v1')<{
  post: string;
  what: ContradictionKind;
  about: readonly string[];
  explanation: Sealed;
}>();

export type ContradictionEvent = ReturnType<typeof contradictionNoticed | typeof contradictionSettled | typeof contradictionExplained>;

export const contradictionKinds = [
  'left-before-entering',
  'inside-at-two-posts',
  'two-guests-on-one-badge',
  'entered-through-a-locked-door',
  'recorded-against-an-objection',
] as const;
export type ContradictionKind = (typeof contradictionKinds)[number];

/** `explained`: how often, since it was noticed last. */
export type Contradiction = { readonly explained: number } & (
  { readonly status: 'unnoticed' } | { readonly status: 'standing' | 'settled'; readonly post: string; readonly times: number }
);

/** Facts that cannot all be true. What settles one is a later fact; should yet another undo that, it stands again. */
export const contradiction = stream<Contradiction, ContradictionEvent>({
  kind: 'contradiction',
  initial: { status: 'unnoticed', explained: 0 },
  scope: (contradiction) => (contradiction.status === 'unnoticed' ? undefined : { post: contradiction.post }),
  evolve: {
    'access.contradiction-noticed.v1': (contradiction, { post }) =>
      contradiction.status === 'standing'
        ? contradiction
        : { status: 'standing', post, times: contradiction.status === 'settled' ? contradiction.times + 1 : 1, explained: 0 },
    'access.contradiction-settled.v1': (contradiction) => (contradiction.status === 'standing' ? { ...contradiction, status: 'settled' } : contradiction),
    'access.contradiction-explained.v1': (contradiction) => ({ ...contradiction, explained: contradiction.explained + 1 }),
  },
});

/** The same facts against each other are the same contradiction, whoever notices it, in whichever order. */
export const contradictionId = (what: ContradictionKind, about: readonly string[]): string =>
  naturalId('contradiction', [what, ...[...about].sort()].join(' '));
