import type { CommandBody } from '../../../shared/api/names.ts';
import { localInput, ofLocalInput } from '../../../shared/time/say.ts';

type Entry = CommandBody<'access.transcribe-page'>['entries'][number];
export type Kind = Entry['what'];
export const kinds = ['guest-reported', 'guest-admitted', 'guest-refused', 'guest-left', 'exit-not-observed'] as const satisfies readonly Kind[];
export type Document = NonNullable<Entry['identityType']>;
export const documents = ['ktp', 'sim', 'service-card', 'press-card', 'passport', 'kitas', 'other', 'none'] as const satisfies readonly Document[];
export type Reason = NonNullable<Entry['reason']>;
export const reasons = [
  'no-business-here',
  'identity-doubted',
  'no-document',
  'host-declined',
  'watchlist',
  'full',
  'prohibited-items',
  'intoxicated',
  'closed',
  'order',
  'other',
] as const satisfies readonly Reason[];

/** Whose visit a line is about. */
export interface Whose {
  readonly visit: string;
  readonly guest: string;
  readonly name: string;
}

/** One line of the page while it is being copied. */
export interface Line {
  readonly key: string;
  /** `05:10`, as it stands on the page. */
  readonly time: string;
  readonly what: Kind;
  readonly whose: Whose | undefined;
  readonly identityType: Document | undefined;
  readonly purpose: string;
  readonly door: string | undefined;
  readonly badge: string;
  readonly reason: Reason | undefined;
}

const day = 86_400_000;

/** When that was: on the day on which the page begins, or, after midnight, on the next. */
export function momentOf(time: string, from: string): string | undefined {
  const begins = ofLocalInput(from);
  if (begins === undefined || !/^\d\d:\d\d$/.test(time)) return undefined;
  const first = `${from.slice(0, 10)}T${time}`;
  return ofLocalInput(first < from ? `${localInput(Date.parse(begins) + day).slice(0, 10)}T${time}` : first);
}

/** The line as it is sent; undefined while it says too little. */
export function entryOf({ time, what, whose, identityType, purpose, door, badge, reason }: Line, from: string): Entry | undefined {
  const at = momentOf(time, from);
  if (at === undefined || whose === undefined || whose.name.trim() === '') return undefined;
  const of = { at, what, visit: whose.visit, guest: whose.guest };
  switch (what) {
    case 'guest-reported':
      if (purpose.trim() === '' || identityType === undefined) return undefined;
      return { ...of, name: { value: whose.name.trim() }, identityType, purpose: { value: purpose.trim() }, minutesAllowed: 60 };
    case 'guest-admitted':
      return door === undefined || badge.trim() === '' ? undefined : { ...of, door, badge: badge.trim() };
    case 'guest-refused':
      return reason && { ...of, reason };
    default:
      return of;
  }
}
