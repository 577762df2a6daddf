import { event, stream, type Details, type Instant, type Sealed } from '#kernel';

/** What is wrong with an entry that a device signed; a clock that nobody has measured is not among it. */
export const entryMarks = ['unknown-device', 'bad-signature', 'revoked', 'sequence-repeated', 'sequence-forked', 'sequence-gap', 'sequence-late'] as const;
export type EntryMark = (typeof entryMarks)[number];

/** An entry as its device claims it to be. */
export interface ClaimedEntry {
  /** The command's name. */
  readonly command: string;
  /** Whom it names as its author. */
  readonly author: string;
  readonly device: string;
  readonly seq: number;
  readonly marks: readonly EntryMark[];
  /** How many numbers directly before it had not come. */
  readonly missing?: number;
  /** The post it concerns, if it concerns one. */
  readonly post?: string;
}

/** What a device claimed of time, and what was made of it. */
export interface ClaimedTimes {
  readonly clock: Instant;
  readonly offset: number;
  readonly occurredAt: string;
  readonly effectiveAt: Instant;
}

/** It stands in the log where it belongs, and something is wrong with how it came. */
export const entryMarked = event('identity.entry-marked.v1')<ClaimedEntry & ClaimedTimes & { stream: string }>();
/** It came from a device that is no longer believed, and is kept apart. `body`: the command as JSON, with commitments in place of personal values. */
export const entryQuarantined = event('identity.entry-quarantined.v1')<ClaimedEntry & ClaimedTimes & { signature: string; body: string }>();
export const entryAccepted = event('identity.entry-accepted.v1')();
/** It was accepted, and objections stood against it when it was to be recorded: nothing of it was, and nothing will be. */
export const entryNotCarriedOut = event('identity.entry-not-carried-out.v1')<{ hindrances: readonly Hindrance[] }>();
export const entryDismissed = event('identity.entry-dismissed.v1')<{ reason: DismissalReason }>();
/** It was refused, and the person who had recorded it gave it up. */
export const entryDiscarded = event('identity.entry-discarded.v1')<Refused & { reason: DiscardReason; instead?: string }>();
/** It was refused, and stands as a note instead. */
export const entryNoted = event('identity.entry-noted.v1')<Refused & { note: Sealed }>();

/** What stood in an accepted entry's way: an objection, or the problem that it was refused for. */
export interface Hindrance {
  readonly code: string;
  readonly details: Details;
}

interface Refused {
  readonly command: string;
  readonly device?: string;
  readonly seq?: number;
  readonly post?: string;
  /** The code of the problem that it was refused for. */
  readonly problem?: string;
}

export const dismissalReasons = ['not-by-its-author', 'did-not-happen', 'recorded-otherwise', 'overtaken', 'other'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];
export const discardReasons = ['amended', 'mistaken', 'recorded-otherwise', 'did-not-happen', 'refused-at-once', 'other'] as const;
export type DiscardReason = (typeof discardReasons)[number];

export type EntryEvent = ReturnType<
  | typeof entryMarked
  | typeof entryQuarantined
  | typeof entryAccepted
  | typeof entryNotCarriedOut
  | typeof entryDismissed
  | typeof entryDiscarded
  | typeof entryNoted
>;

export interface Entry {
  /** `taken-up`: accepted, and recorded where it belongs. `not-carried-out`: accepted, and objected to. */
  readonly status: 'unknown' | 'marked' | 'quarantined' | 'accepted' | 'taken-up' | 'not-carried-out' | 'dismissed';
  readonly post?: string;
  readonly givenUp: boolean;
}

/** Kept apart, or accepted in vain: somebody has to say what becomes of it. */
export const waitsForDecision = ({ status }: Entry): boolean => status === 'quarantined' || status === 'not-carried-out';

export const entry = stream<Entry, EntryEvent>({
  kind: 'entry',
  initial: { status: 'unknown', givenUp: false },
  evolve: {
    'identity.entry-marked.v1': (known, { post }) => ({
      ...known,
      status: known.status === 'accepted' ? 'taken-up' : known.status === 'unknown' ? 'marked' : known.status,
      ...(post !== undefined && { post }),
    }),
    'identity.entry-quarantined.v1': (known, { post }) => ({ ...known, status: 'quarantined', ...(post !== undefined && { post }) }),
    'identity.entry-accepted.v1': (known) => (known.status === 'quarantined' ? { ...known, status: 'accepted' } : known),
    'identity.entry-not-carried-out.v1': (known) => (known.status === 'accepted' ? { ...known, status: 'not-carried-out' } : known),
    'identity.entry-dismissed.v1': (known) => (waitsForDecision(known) ? { ...known, status: 'dismissed' } : known),
    'identity.entry-discarded.v1': (known) => ({ ...known, givenUp: true }),
    'identity.entry-noted.v1': (known) => ({ ...known, givenUp: true }),
  },
});
