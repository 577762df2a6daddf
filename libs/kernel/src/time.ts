/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number;

/** The only way Saksi learns what time it is. */
export interface Clock {
  now(): Instant;
}

/** A clock that stands still until it is told: for specs and for the demonstration's scenario. */
export interface SettableClock extends Clock {
  set(now: Instant): void;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

export function settableClock(start: Instant): SettableClock {
  let now = start;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
}

const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Parses RFC 3339 with a required offset; `undefined` for anything else, also for days and hours that do not exist. */
export function parseInstant(text: string): Instant | undefined {
  const parts = rfc3339.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', offset = 'Z'] = parts;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const back = new Date(wall);
  const exists =
    back.getUTCMonth() === Number(month) - 1 &&
    back.getUTCDate() === Number(day) &&
    back.getUTCHours() === Number(hour) &&
    back.getUTCMinutes() === Number(minute) &&
    Number(second) < 60;
  if (!exists) return undefined;
  return wall + Math.trunc(Number(`0${fraction || '.0'}`) * 1000) - offsetMinutes(offset) * 60_000;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
}

/** RFC 3339 in UTC with milliseconds. */
export const formatInstant = (instant: Instant): string => new Date(instant).toISOString();

const jakarta = 7 * 3_600_000;

/** RFC 3339 in Western Indonesian Time (WIB, +07:00, no daylight saving since 1964). */
export const formatWib = (instant: Instant): string => new Date(instant + jakarta).toISOString().replace('Z', '+07:00');
