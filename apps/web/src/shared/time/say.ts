import type { Language } from '../language/language.ts';
import type { Instant } from './clock.ts';

export type When = Instant | string;

const locales = { id: 'id-ID', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: 'Asia/Jakarta' | 'UTC', parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, zone, parts]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: zone, hourCycle: 'h23', ...parts });
  formats.set(key, known);
  return known;
}

const instantOf = (when: When): Instant => (typeof when === 'number' ? when : Date.parse(when));

const minutes = { hour: '2-digit', minute: '2-digit' } as const;
const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** `02.13` in Indonesian, `02:13` in English; WIB. */
export const clockTime = (when: When, language: Language): string => format(language, 'Asia/Jakarta', minutes).format(instantOf(when));

/** `02.13.07` */
export const clockTimeToTheSecond = (when: When, language: Language): string =>
  format(language, 'Asia/Jakarta', { ...minutes, second: '2-digit' }).format(instantOf(when));

/** `Jum, 1 Des 2023` */
export const civilDay = (when: When, language: Language): string => format(language, 'Asia/Jakarta', day).format(instantOf(when));

/** `1 Des, 02.13`: when the day is not the one of `now`; else `02.13`. */
export function shortMoment(when: When, now: Instant, language: Language): string {
  if (civilDay(when, language) === civilDay(now, language)) return clockTime(when, language);
  return format(language, 'Asia/Jakarta', { day: 'numeric', month: 'short', ...minutes }).format(instantOf(when));
}

/** `Jum, 1 Des 2023 02.13.07 WIB` */
export const fullMoment = (when: When, language: Language): string => `${civilDay(when, language)} ${clockTimeToTheSecond(when, language)} WIB`;

/** `30 Nov 19.13.07 UTC` */
export const utcMoment = (when: When, language: Language): string =>
  `${format(language, 'UTC', { day: 'numeric', month: 'short', ...minutes, second: '2-digit' }).format(instantOf(when))} UTC`;

const units = { id: { d: 'h', h: 'j', m: 'm' }, en: { d: 'd', h: 'h', m: 'min' } } as const;

/** `1 j 55 m`, `12 m`, `2 h 3 j`; under a minute `0 m`. */
export function howLong(ms: number, language: Language): string {
  const { d, h, m } = units[language];
  const inAll = Math.max(0, Math.floor(ms / 60_000));
  const days = Math.floor(inAll / 1_440);
  const hours = Math.floor((inAll % 1_440) / 60);
  const rest = inAll % 60;
  if (days > 0) return `${days} ${d} ${hours} ${h}`;
  return hours > 0 ? `${hours} ${h} ${rest} ${m}` : `${rest} ${m}`;
}

/** What an `<input type="datetime-local">` holds, in WIB. */
export const localInput = (when: When): string => new Date(instantOf(when) + 7 * 3_600_000).toISOString().slice(0, 16);

/** RFC 3339 of what stands in an `<input type="datetime-local">`, taken as WIB; undefined while it is not whole. */
export const ofLocalInput = (text: string): string | undefined => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00+07:00` : undefined);

/** RFC 3339 in WIB. */
export const rfc3339 = (instant: Instant): string => `${new Date(instant + 7 * 3_600_000).toISOString().slice(0, -1)}+07:00`;
