import { admitGuest, checkOutGuest, enterDoor, leaveDoor, refuseGuest, reportGuest } from '#access';
import { guestId, guests } from './guests.ts';
import type { Guest, GuestName } from './guests.ts';
import { squadAt } from './people.ts';
import type { Login } from './people.ts';
import { doorId, posts } from './places.ts';
import type { DoorCode, PostName } from './places.ts';
import { minute, wib } from './scenario.ts';
import { open, step } from './step.ts';
import type { Step } from './step.ts';
import { visitId, visits } from './visits.ts';
import type { PlannedVisit, VisitName } from './visits.ts';

export const gateOf = { P1: 'G-0', P2: 'D-0' } as const satisfies Readonly<Record<PostName, DoorCode>>;

/** What every command about a visit says of it. */
export const ofVisit = (visit: VisitName, guest: GuestName, post: PostName = 'P1') => ({
  visit: visitId(visit),
  guest: guestId(guest),
  post: posts[post].post,
});

/** What a guest shows and says at the gate. */
export function particulars(name: GuestName) {
  const guest: Guest = guests[name];
  return {
    name: open(guest.name),
    identityType: guest.identityType,
    ...(guest.identityNumber !== undefined && { identityNumber: open(guest.identityNumber) }),
    ...(guest.organisation !== undefined && { organisation: open(guest.organisation) }),
  };
}

/** From the report at the gate to the exit, by whichever guard of the squad on duty stands there. */
function stepsOf(visit: VisitName, planned: PlannedVisit): readonly Step[] {
  const { guest, at: post = 'P1', came, minutes, badge, left, refused, behind = [], purpose, host, vehicle, items } = planned;
  const of = ofVisit(visit, guest, post);
  const begun = wib(came);
  const about = (what: string, at: number) => ({ name: `${visit} ${what}`, at, by: guardAt(post, at, visit) });
  const told = {
    ...(host !== undefined && { host: open(host) }),
    ...(vehicle !== undefined && { vehicle: open(vehicle) }),
    ...(items !== undefined && { items: open(items) }),
  };
  const entered = planned.entered === undefined ? begun + 2 * minute : wib(planned.entered);
  return [
    step(reportGuest, about('reported', begun), { ...of, ...particulars(guest), purpose: open(purpose), minutesAllowed: minutes, ...told }),
    ...(refused === undefined ? [] : [step(refuseGuest, about('refused', begun + minute), { ...of, reason: refused })]),
    ...(badge === undefined ? [] : [step(admitGuest, about('admitted', entered), { ...of, door: doorId(gateOf[post]), badge })]),
    ...behind.flatMap(([door, from, until]) => [
      step(enterDoor, about(`entered ${door} at ${from}`, wib(from)), { ...of, door: doorId(door) }),
      step(leaveDoor, about(`left ${door} at ${until}`, wib(until)), { ...of, door: doorId(door) }),
    ]),
    ...(left === undefined ? [] : [step(checkOutGuest, about('left', wib(left)), of)]),
  ];
}

/** The guards of a squad take turns. */
function guardAt(post: PostName, at: number, visit: VisitName): Login {
  const squad = squadAt(post, at);
  return squad[Number(visit.slice(1)) % squad.length] ?? 'guard';
}

export const visitSteps: readonly Step[] = (Object.entries(visits) as [keyof typeof visits, PlannedVisit][]).flatMap(([visit, planned]) =>
  stepsOf(visit, planned),
);

/** Instants at which a visit's allowed time has just passed: what has to be noticed then is noticed then. */
export const deadlines: readonly number[] = Object.values(visits)
  .map(({ came, minutes }) => wib(came) + minutes * minute + 1_000)
  .toSorted((one, other) => one - other);
