import { event, stream } from '#kernel';
import type { Instant, Sealed } from '#kernel';

/** `expected` freezes whom the log had inside when the muster was declared; `unobserved` are those among them whose exit nobody saw. */
export const musterDeclared = event('access.muster-declared.v1')<{
  post: string;
  reason: MusterReason;
  note?: Sealed;
  expected: readonly string[];
  unobserved: readonly string[];
}>();
export const guestAccountedFor = event('access.guest-accounted-for.v1')<{
  post: string;
  visit: string;
  state: GuestState;
  place?: string;
  unlisted: boolean;
}>();
export const musterClosed = event('access.muster-closed.v1')<{ post: string; missing: readonly string[]; note?: Sealed }>();

export type MusterEvent = ReturnType<typeof musterDeclared | typeof guestAccountedFor | typeof musterClosed>;

export const musterReasons = ['fire', 'leak', 'riot', 'intrusion', 'bomb-threat', 'earthquake', 'flood', 'count', 'drill', 'other'] as const;
export type MusterReason = (typeof musterReasons)[number];

export const guestStates = ['safe', 'injured', 'in-hospital', 'dead', 'had-left-before'] as const;
export type GuestState = (typeof guestStates)[number];

export interface Accounted {
  readonly state: GuestState;
  readonly at: Instant;
}

interface Mustered {
  readonly post: string;
  readonly expected: readonly string[];
  /** By visit, the latest by its effective time. */
  readonly accounted: Readonly<Record<string, Accounted>>;
}

export type Muster = { status: 'undeclared' } | ({ status: 'open' } & Mustered) | ({ status: 'closed' } & Mustered);

export const muster = stream<Muster, MusterEvent>({
  kind: 'muster',
  initial: { status: 'undeclared' },
  scope: (muster) => (muster.status === 'undeclared' ? undefined : { post: muster.post }),
  evolve: {
    'access.muster-declared.v1': (muster, { post, expected }) => (muster.status === 'undeclared' ? { status: 'open', post, expected, accounted: {} } : muster),
    'access.guest-accounted-for.v1': (muster, { visit, state }, { effectiveAt: at }) => {
      if (muster.status === 'undeclared') return muster;
      const known = muster.accounted[visit];
      return known && known.at > at ? muster : { ...muster, accounted: { ...muster.accounted, [visit]: { state, at } } };
    },
    'access.muster-closed.v1': (muster) => (muster.status === 'open' ? { ...muster, status: 'closed' } : muster),
  },
});

/** Whom nobody has accounted for yet, in the order in which the log had them inside. */
export const missingFrom = (muster: Muster): readonly string[] =>
  muster.status === 'undeclared' ? [] : muster.expected.filter((visit) => !muster.accounted[visit]);
