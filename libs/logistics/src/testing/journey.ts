import type { Fact } from '#kernel';
import { type Projected, projectingAll, telling, type Told } from '#read-models';
import * as everyProjection from '../views/projections.ts';
import { boxId, run } from './boxes.ts';

/* The day on which the boxes go out, as the specs of the views tell it. */

/** `at('08:15')`: of 12 February 2024, WIB. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Date.UTC(2024, 1, 12, hours - 7, minutes);
}

export const tell = telling(at);

export const ofBox = (number: number, fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told =>
  tell(`box-${boxId(number)}`, fact, clock, recorded, more);

export const ofRun = (fact: Fact, clock: string, recorded?: string, id: string = run, more?: Partial<Told>): Told =>
  tell(`dispatch-${id}`, fact, clock, recorded, more);

export const ofLot = (id: string, fact: Fact, clock: string): Told => tell(`lot-${id}`, fact, clock);

export const journey = (...told: readonly Told[]): Projected => projectingAll(everyProjection).given(told);
