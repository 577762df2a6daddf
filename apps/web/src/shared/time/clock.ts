import { useEffect, useState } from 'react';

/** Milliseconds since 1970, as everywhere in Saksi. */
export type Instant = number;

/** How far the server's clock is ahead of this device's, ms, as last measured. */
let ahead = 0;
let measured: Instant | undefined;

/** Every answer says what time the server has. The shorter it was under way, the better it is known. */
export function noteServerTime(said: string | null, sent: Instant, received: Instant): void {
  const server = said === null ? Number.NaN : Date.parse(said);
  if (Number.isNaN(server)) return;
  ahead = server - (sent + received) / 2;
  measured = received;
}

/** What this device itself takes for the time; it may be wrong by hours. */
export const deviceNow = (): Instant => Date.now();

/** The server's time now, as far as this device can know it. */
export const serverNow = (): Instant => deviceNow() + ahead;

/** By how much the server is ahead of this device's own clock; undefined before it was ever heard. */
export const measuredOffset = (): number | undefined => (measured === undefined ? undefined : ahead);

/** The server's time, looked at anew every so often, for what is said of "now". */
export function useNow(every = 15_000): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
