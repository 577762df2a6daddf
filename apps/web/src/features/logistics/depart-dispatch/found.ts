import type { CommandBody, Schemas } from '../../../shared/api/names.ts';
import { sealIn, sealsIn } from '../../../shared/logistics/seals.ts';

export const looks = ['plate', 'driver', 'escort'] as const;
export type Look = (typeof looks)[number];

/** What was seen in place of what the plan says; `planned`: that. Of an escort, `other` is who goes along besides and has no account. */
export interface Seen {
  readonly as: 'planned' | 'other';
  readonly other: string;
}

/** What two people find at a truck before they let it go. */
export interface Found {
  /** Accounts of those who go along, when they are not the planned ones. */
  readonly escort: ReadonlySet<string>;
  /** The numbers on its doors, as they were typed or scanned. */
  readonly seals: string;
  readonly isBare: boolean;
  readonly seen: Readonly<Partial<Record<Look, Seen>>>;
}

export const nothingFound: Found = { escort: new Set(), seals: '', isBare: false, seen: {} };
const mostSeals = 12;

/** The seals on the doors; undefined while nobody has said, or while something is typed that no seal bears. */
export function sealsOn({ seals, isBare }: Found): readonly string[] | undefined {
  if (isBare) return [];
  const numbers = sealsIn(seals);
  return numbers.length > 0 && numbers.length <= mostSeals && numbers.every((number) => sealIn(number) !== undefined) ? numbers : undefined;
}

/** All of it was looked at. That nobody goes along can be found, too. */
export const isWhole = (found: Found): boolean => sealsOn(found) !== undefined && looks.every((look) => isAnswered(look, found.seen[look]));

const isAnswered = (look: Look, seen: Seen | undefined): boolean =>
  seen?.as === 'planned' || (seen?.as === 'other' && (look === 'escort' || seen.other.trim() !== ''));

type Told = Pick<CommandBody<'logistics.depart-dispatch'>, 'seals' | 'vehicle' | 'driver' | 'driverName' | 'escort' | 'escortOthers'>;

/** What of it is told: the seals, and what is not as planned. A plate is kept with whoever drives. */
export function told(found: Found, { driver: planned }: Pick<Schemas['Manifest'], 'driver'>, somebodyElse: string): Told {
  const other = (look: Look): string | undefined => (found.seen[look]?.as === 'other' ? found.seen[look].other.trim() : undefined);
  const [vehicle, driverName, others] = [other('plate'), other('driver'), other('escort')];
  const driver = driverName === undefined ? planned : somebodyElse;
  return {
    seals: [...(sealsOn(found) ?? [])],
    ...((vehicle !== undefined || driverName !== undefined) && driver !== null && { driver }),
    ...(vehicle !== undefined && { vehicle: { value: vehicle.toUpperCase() } }),
    ...(driverName !== undefined && { driverName: { value: driverName } }),
    ...(others !== undefined && { escort: [...found.escort] }),
    ...(others !== undefined && others !== '' && { escortOthers: { value: others } }),
  };
}
