import { naturalId, parseInstant, uuidv5 } from '#kernel';
import type { Instant } from '#kernel';

/** Names the script: a log that was recorded by another script is served as it is, never completed by this one. */
export const scenario = 'kemelak-2023-11-30';

const namespace = naturalId('demonstration', scenario);

/** The id of a thing or a command of the script: the same at every start, so that nothing is recorded twice. */
export const idOf = (kind: string, name: string): string => uuidv5(namespace, `${kind} ${name}`);

/** A time of the night in WIB, `21:14` or `21:14:30`: from noon on it is 30 November 2023, before noon 1 December. */
export function wib(time: string): Instant {
  const day = time < '12' ? '2023-12-01' : '2023-11-30';
  const instant = parseInstant(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
  if (instant === undefined) throw new TypeError(`"${time}" is no time of the night.`);
  return instant;
}

export const minute = 60_000;

/** When the log of the demonstration begins, and when the script ends. */
export const opensAt = wib('14:00');
/** The instant that investigators ask about. */
export const askedAt = wib('02:13');
