import type { Schemas } from '../../../shared/api/names.ts';

type Stay = Schemas['PersonInside'];

/** One guest who is inside, whatever doors they have gone through since they came in. */
export interface PersonInside {
  readonly visit: string;
  readonly guest: string;
  readonly name: string | null;
  readonly badge: string | null;
  /** The zone behind the innermost door. */
  readonly zone: string | null;
  readonly entered: string;
  readonly lateMs: number;
  readonly allowedUntil: string | null;
  readonly exitNotObserved: string | null;
  readonly contradicted: boolean;
}

/** The answer has a line for each door that somebody is behind; people are counted once. The longest inside come first. */
export function peopleOf(stays: readonly Stay[]): readonly PersonInside[] {
  return [...Map.groupBy(stays, ({ visit }) => visit).values()].map(personOf).sort((one, other) => Date.parse(one.entered) - Date.parse(other.entered));
}

function personOf(stays: readonly Stay[]): PersonInside {
  const outer = stays.find(({ inner }) => !inner) ?? stays[0];
  const innermost = stays.findLast(({ inner }) => inner) ?? outer;
  if (!outer || !innermost) throw new TypeError('Nobody is inside without a line.');
  return {
    visit: outer.visit,
    guest: outer.guest,
    name: outer.name,
    badge: outer.badge ?? innermost.badge,
    zone: innermost.zone,
    entered: outer.entered,
    lateMs: Math.max(...stays.map(({ lateMs }) => lateMs)),
    allowedUntil: outer.allowedUntil,
    exitNotObserved: stays.find(({ exitNotObserved }) => exitNotObserved !== null)?.exitNotObserved ?? null,
    contradicted: stays.some(({ contradicts }) => contradicts.length > 0),
  };
}

/** By how much the allowed time is over, ms; not at all, or nobody knows whether they still are inside: 0. */
export const overMs = ({ allowedUntil, exitNotObserved }: Pick<PersonInside, 'allowedUntil' | 'exitNotObserved'>, now: number): number =>
  allowedUntil === null || exitNotObserved !== null ? 0 : Math.max(0, now - Date.parse(allowedUntil));
