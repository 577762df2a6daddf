import { endShift, handOverShift, lockDoor, startShift, unlockDoor } from '#access';
import type { LockReason } from '#access';
import { accountOf, squadAt } from './people.ts';
import type { Login } from './people.ts';
import { doorId, doors, posts } from './places.ts';
import type { DoorCode } from './places.ts';
import { idOf, wib } from './scenario.ts';
import { open, step } from './step.ts';
import type { Step } from './step.ts';
import { visitId } from './visits.ts';
import type { VisitName } from './visits.ts';

const shiftP1 = { shift: idOf('shift', 'P1'), post: posts.P1.post };
const shiftP2 = { shift: idOf('shift', 'P2'), post: posts.P2.post };
const squad = (post: 'P1' | 'P2', time: string): readonly string[] => squadAt(post, wib(time)).map(accountOf);

/** Whom regu A says it leaves inside. At the first try Siti Rodiah (v25), who was mopping the office, is forgotten. */
const leftInside: readonly VisitName[] = ['v04', 'v05', 'v06', 'v07', 'v08', 'v09', 'v10', 'v15', 'v25', 'v32'];

export const watches: readonly Step[] = [
  step(startShift, { name: 'P1 shift', at: wib('18:00'), by: 'squad-leader' }, { ...shiftP1, guards: squad('P1', '18:00') }),
  step(startShift, { name: 'P2 shift', at: wib('18:01'), by: 'squad-leader' }, { ...shiftP2, guards: squad('P2', '18:00') }),
  step(
    handOverShift,
    { name: 'P1 handover, one forgotten', at: wib('00:00'), by: 'squad-leader', refused: 'access.muster-differs' },
    {
      ...shiftP1,
      to: squad('P1', '00:00'),
      acknowledged: leftInside.filter((visit) => visit !== 'v25').map(visitId),
    },
  ),
  step(
    handOverShift,
    { name: 'P1 handover', at: wib('00:02'), by: 'squad-leader' },
    {
      ...shiftP1,
      to: squad('P1', '00:00'),
      acknowledged: leftInside.map(visitId),
      notes: open('Listrik padam 21.10 sampai 21.50. Genset sudah diperbaiki. Hujan makin deras, awasi atap Gudang B.'),
    },
  ),
  step(handOverShift, { name: 'P2 handover', at: wib('00:05'), by: 'squad-leader' }, { ...shiftP2, to: squad('P2', '00:00'), acknowledged: [visitId('v51')] }),
  step(endShift, { name: 'P2 end of shift', at: wib('06:30'), by: 'danru-b' }, shiftP2),
  step(endShift, { name: 'P1 end of shift', at: wib('07:00'), by: 'danru-b' }, shiftP1),
];

const lock = (time: string, door: DoorCode, by: Login, reason: LockReason): Step =>
  step(lockDoor, { name: `${door} locked at ${time}`, at: wib(time), by }, { door: doorId(door), post: posts[doors[door].post].post, reason });
const unlock = (time: string, door: DoorCode, by: Login): Step =>
  step(unlockDoor, { name: `${door} unlocked at ${time}`, at: wib(time), by }, { door: doorId(door), post: posts[doors[door].post].post });

/** Gudang B is locked from 01:32 on; it is opened again only when its roof leaks. */
export const locks: readonly Step[] = [
  lock('21:45', 'G-S', 'squad-leader', 'night'),
  lock('01:30', 'G-A', 'jaga-11', 'night'),
  lock('01:32', 'G-B', 'jaga-11', 'night'),
  unlock('03:12', 'G-B', 'danru-b'),
  lock('04:50', 'G-B', 'danru-b', 'incident'),
  unlock('05:30', 'G-A', 'jaga-11'),
];
