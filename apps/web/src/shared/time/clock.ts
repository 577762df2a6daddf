import { remembered, rememberOnDevice } from '../device/remembered.ts';

/** Milliseconds since 1970, as everywhere in Saksi. */
export type Instant = number;

const known = 'saksi.ahead';

/** How far the server's clock is ahead of this device's, ms, as last measured; a start without a network goes by what an earlier one measured. */
let ahead = Number(remembered(known) ?? 0) || 0;
let measured: Instant | undefined;
/** What a difference is that does not come from how long an answer was under way, ms. */
const noticeable = 1_000;

/** Every answer says what time the server has. The shorter it was under way, the better it is known. */
export function noteServerTime(said: string | null, sent: Instant, received: Instant): void {
  const server = said === null ? Number.NaN : Date.parse(said);
  if (Number.isNaN(server)) return;
  const before = ahead;
  ahead = server - (sent + received) / 2;
  measured = received;
  if (Math.abs(ahead - before) > noticeable) rememberOnDevice(known, String(Math.round(ahead)));
}

/** What this device itself takes for the time; it may be wrong by hours. */
export const deviceNow = (): Instant => Date.now();

/** The server's time now, as far as this device can know it. */
export const serverNow = (): Instant => deviceNow() + ahead;

/** By how much the server is ahead of this device's own clock; undefined before it was ever heard. */
export const measuredOffset = (): number | undefined => (measured === undefined ? undefined : ahead);
