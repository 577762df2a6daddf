import type { Fact, Sealed } from '#kernel';
import { type Projected, projectingAll, telling, type Told } from '#read-models';
import { doorRegistered } from '../domain/door.ts';
import { postRegistered } from '../domain/post.ts';
import { guestAdmitted, guestLeft, guestReported } from '../domain/visit.events.ts';
import * as everyProjection from '../views/projections.ts';

/* The night of 30 November to 1 December 2023 at Kemelak, as the specs of the views tell it. */

const id = (kind: string, number: number): string => `018c2207-0000-7000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`;

export const visit = (number: number): string => id('a', number);
export const post = id('b', 1);
export const elsewhere = id('b', 2);
export const shift = id('c', 1);
export const gate = id('d', 1);
export const vault = id('d', 2);
export const guest = (number: number): string => id('e', number);
export const guard = (number: number): string => id('f', number);

/** `at('02:13')`: of 1 December before noon, of 30 November after. WIB. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Date.UTC(2023, 10, hours >= 12 ? 30 : 31, hours - 7, minutes);
}

/** A commitment, as the vault would make one. */
export const commitment = (letter: string): Sealed => letter.repeat(64) as Sealed;

export const tell = telling(at);

export const ofVisit = (number: number, fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told =>
  tell(`visit-${visit(number)}`, fact, clock, recorded, more);

export const reported = (number: number, until = '06:00', where = post): Fact =>
  guestReported({ post: where, guest: guest(number), name: commitment('a'), identityType: 'ktp', purpose: commitment('b'), allowedUntil: at(until) });
export const admitted = (number: number, badge = `T-${number}`, where = post, door = gate): Fact =>
  guestAdmitted({ post: where, guest: guest(number), door, badge });
export const left = (number: number, where = post): Fact => guestLeft({ post: where, guest: guest(number) });

export const thePlace: readonly Told[] = [
  tell(`post-${post}`, postRegistered({ village: '1601141011', name: 'Pos Gudang Kemelak' }), '18:00'),
  tell(`door-${gate}`, doorRegistered({ post, code: 'G-1', zone: 'halaman', level: 'restricted', capacity: 10 }), '18:00'),
  tell(`door-${vault}`, doorRegistered({ post, code: 'B-1', zone: 'brankas', level: 'two-person', capacity: 2 }), '18:00'),
];

export const night = (...told: readonly Told[]): Projected => projectingAll(everyProjection).given([...thePlace, ...told]);
