import { formatWib, parseInstant } from '#kernel';
import type { DeviceEntry } from '#http';
import type { DeviceClaim, Instant, Method, Voice } from '#kernel';
import type { Principal } from './ports.ts';

/** Everything about a command that is not in its fields: under which id, by whom, in which voice, when, through what. */
export interface Telling {
  /** The client's idempotency key: the command's id. */
  readonly commandId: string;
  /** Whose command it is. */
  readonly principal: Principal;
  /** Who carried it here, when that is not its author. */
  readonly sentBy?: string;
  readonly voice: Voice;
  readonly method?: Method;
  /** What the person says, verbatim (RFC 3339 with offset); absent: now, or the device's clock. */
  readonly occurredAt?: string;
  /** The device's signed entry, not yet verified. */
  readonly device?: DeviceEntry;
  /** The device's clock when it sent this, by which its offset is measured. */
  readonly sentAt?: Instant;
  readonly correlationId?: string;
  readonly causationId?: string;
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
