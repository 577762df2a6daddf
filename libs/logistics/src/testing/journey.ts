import type { Fact } from '#kernel';
import { type Projected, projecting, type ProjectionDeclaration, type Told } from '#read-models';
import * as everyProjection from '../views/projections.ts';
import { boxId, run } from './boxes.ts';

/* The day on which the boxes go out, as the specs of the views tell it. */

/** `at('08:15')`: of 12 February 2024, WIB. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Date.UTC(2024, 1, 12, hours - 7, minutes);
}

/** One fact, told when it happened unless `recorded` says when the log learnt of it. */
const tell = (stream: string, fact: Fact, clock: string, recorded?: string, more: Partial<Told> = {}): Told => ({
  stream,
  fact,
  effectiveAt: at(clock),
  ...(recorded !== undefined && { recordedAt: at(recorded), voice: 'testified' }),
  ...more,
});

export const ofBox = (number: number, fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told =>
  tell(`box-${boxId(number)}`, fact, clock, recorded, more);

export const ofRun = (fact: Fact, clock: string, recorded?: string, id: string = run, more?: Partial<Told>): Told =>
  tell(`dispatch-${id}`, fact, clock, recorded, more);

export const ofLot = (id: string, fact: Fact, clock: string): Told => tell(`lot-${id}`, fact, clock);

/** Every projection of logistics, in the order in which the projector runs them. */
const inOrder: readonly ProjectionDeclaration[] = Object.values(everyProjection).sort((one, other) => (one.name < other.name ? -1 : 1));

export const journey = (...told: readonly Told[]): Projected => projecting(...inOrder).given(told);
