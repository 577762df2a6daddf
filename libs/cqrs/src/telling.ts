import { formatWib, parseInstant } from '#kernel';
import type { DeviceEntry } from '#http';
import type { DeviceClaim, Instant, Method, Voice } from '#kernel';
import type { Principal } from './ports.ts';

/** Everything about a command that is not in its fields: under which id, by whom, in which voice, when, through what. */
export interface Telling {
  /** The client's idempotency key: the command's id. */
  readonly commandId: string;
  /** Who brings it. */
  readonly principal: Principal;
  /** Whose command it is, when another brings it: proved by the device's signature, or passed on by a process. */
  readonly author?: string;
  readonly voice: Voice;
  readonly method?: Method;
  /** What the person says, verbatim (RFC 3339 with offset); absent: now, or the device's clock. */
  readonly occurredAt?: string;
  /** The device's signed entry, not yet verified. */
  readonly device?: DeviceEntry;
  /** The device's clock when it sent this, by which its offset is measured. */
  readonly sentAt?: Instant;
  /** An entry that was kept apart because of its device, and that `author` has accepted: on their word, and now. */
  readonly accepted?: Accepted;
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** The entry as it was kept apart. */
export interface Accepted {
  readonly entry: string;
  readonly claimedAuthor: string;
  readonly claim: DeviceClaim;
}

export interface Times {
  readonly occurredAt: string;
  readonly effectiveAt: Instant;
}

/**
 * When it happened. What came from the device's clock is corrected by the clock's offset as measured at sync; what the
 * person says is taken as said.
 */
export function timesOf(occurredAt: string | undefined, device: DeviceClaim | undefined, now: Instant): Times {
  const said = occurredAt === undefined ? undefined : parseInstant(occurredAt);
  if (occurredAt !== undefined && said !== undefined && said !== device?.clock) return { occurredAt, effectiveAt: said };
  if (device) return { occurredAt: occurredAt ?? formatWib(device.clock), effectiveAt: device.clock + device.offset };
  return { occurredAt: formatWib(now), effectiveAt: now };
}

/** Who acts, and whom the metadata names besides. */
export interface Authorship {
  readonly acting: Principal;
  readonly named: { readonly sentBy?: string; readonly claimedAuthor?: string };
}

const unproved: readonly string[] = ['bad-signature', 'unknown-device', 'revoked'];

/**
 * An author who is not the bearer acts when the device's signature proves them, or when a process passes their words
 * on. Otherwise the bearer acts, and the claimed author is only named: a bad signature lends nobody's authority.
 */
export function authorshipOf({ principal, author, accepted }: Telling, device: DeviceClaim | undefined): Authorship {
  const bearer = principal.kind === 'process' ? principal.role : principal.user;
  if (author === undefined || author === bearer) return { acting: principal, named: {} };
  const proved = principal.kind === 'process' || (device !== undefined && !device.marks?.some((mark) => unproved.includes(mark)));
  if (!proved) return { acting: principal, named: { claimedAuthor: author } };
  return {
    acting: { kind: 'person', user: author, session: principal.kind === 'person' ? principal.session : bearer },
    named: { sentBy: bearer, ...(accepted && { claimedAuthor: accepted.claimedAuthor }) },
  };
}
