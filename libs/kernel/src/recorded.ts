import type { Instant } from './time.ts';
import type { Actor } from './authority.ts';

/** How a command is told: asked while the person can still act differently, or testified after the fact. */
export type Voice = 'asked' | 'testified';

/** How testimony reached the log: a signed entry of a device, told by a person, or copied from a paper page. */
export type Method = 'device' | 'told' | 'paper';

/** What a device claimed when it signed an entry. `clock` and `offset` in ms; `offset` = server clock − device clock at sync. */
export interface DeviceClaim {
  readonly id: string;
  readonly seq: number;
  readonly clock: Instant;
  readonly offset: number;
  readonly signature: string;
  readonly marks?: readonly string[];
  /** Of an entry that came with a gap before it: how many numbers directly before it had not come. */
  readonly missing?: number;
}

/** What a decision knew: the revision of each stream (-1: no event yet) and the log position each look had seen. */
export interface DecidedOn {
  readonly streams: Readonly<Record<string, number>>;
  readonly looks?: Readonly<Record<string, string>>;
}

/** Everything about a fact that is not the fact: who, when in its four times, how, and what the decision knew. */
export interface Metadata {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  /** Who carried the entry here, when that is not its author. */
  readonly sentBy?: string;
  /** Whom an entry names as its author when nothing proves it: the signature or the device does not hold. */
  readonly claimedAuthor?: string;
  /** What the person says, verbatim, with offset (RFC 3339). */
  readonly occurredAt: string;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly device?: DeviceClaim;
  readonly voice: Voice;
  readonly method?: Method;
  readonly contradicts?: readonly string[];
  readonly decidedOn: DecidedOn;
}

/** A fact as it stands in the log. */
export interface Recorded<F extends { readonly type: string; readonly data: object } = { readonly type: string; readonly data: object }> {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly type: F['type'];
  readonly data: F['data'];
  readonly metadata: Metadata;
}
