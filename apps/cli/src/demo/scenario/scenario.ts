import { createHash } from 'node:crypto';
import { naturalId, parseInstant, uuidv5, uuidv7 } from '#kernel';
import type { Instant } from '#kernel';

/** Names the script: a log that was recorded by another script is served as it is, never completed by this one. */
export const script = 'oku-2024';

/** Of the first night that was told: posts and doors keep their ids. */
const namespace = naturalId('demonstration', 'kemelak-2023-11-30');

/** The id of a thing or a command of the script: the same at every start, so that nothing is recorded twice. */
export const idOf = (kind: string, name: string): string => uuidv5(namespace, `${kind} ${name}`);

/**
 * The same for what there are thousands of. As the ids that clients make, they follow one another in time: what is told
 * together then lies together in every index.
 */
export const idAt = (at: Instant, kind: string, name: string): string =>
  uuidv7(at, createHash('sha1').update(`${namespace} ${kind} ${name}`).digest().subarray(0, 10));

/** An instant in WIB: `on('2024-02-10', '06:30')`. */
export function on(day: string, time: string): Instant {
  const instant = parseInstant(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
  if (instant === undefined) throw new TypeError(`"${day} ${time}" is no instant.`);
  return instant;
}

/** A time of the night in WIB, `21:14` or `21:14:30`: from noon on it is 30 November 2023, before noon 1 December. */
export function wib(time: string): Instant {
  return on(time < '12' ? '2023-12-01' : '2023-11-30', time);
}

export const minute = 60_000;

/** When the log of the demonstration begins. */
export const opensAt = wib('14:00');
/** When the stations open: the last that is recorded, and from when on the clock runs by itself. */
export const endsAt = on('2024-02-14', '07:00');
/** The instant that investigators ask about. */
export const askedAt = wib('02:13');
