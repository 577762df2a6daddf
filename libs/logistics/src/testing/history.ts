import type { Fact } from '#kernel';
import { type Projected, projecting, type ProjectionDeclaration, type Told } from '#read-models';
import * as everyProjection from '../views/projections.ts';
import { lot, theWarehouse, warehouse } from './lots.ts';

/* The day of 30 November 2023 in the warehouse at Kemelak, as the specs of the views tell it. */

/** `at('08:30')`, WIB. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Date.UTC(2023, 10, 30, hours - 7, minutes);
}

/** One fact, told when it happened unless `recorded` says when the log learnt of it. */
export const tell = (stream: string, fact: Fact, clock: string, recorded?: string, more: Partial<Told> = {}): Told => ({
  stream,
  fact,
  effectiveAt: at(clock),
  ...(recorded !== undefined && { recordedAt: at(recorded), voice: 'testified' }),
  ...more,
});

export const ofLot = (fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told => tell(`lot-${lot}`, fact, clock, recorded, more);
export const ofWarehouse = (fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told =>
  tell(`warehouse-${warehouse}`, fact, clock, recorded, more);

/** Every projection of logistics, in the order in which the projector runs them. */
const inOrder: readonly ProjectionDeclaration[] = Object.values(everyProjection).sort((one, other) => (one.name < other.name ? -1 : 1));

export const projected = (...told: readonly Told[]): Projected =>
  projecting(...inOrder).given([...theWarehouse.map((fact) => ofWarehouse(fact, '06:00')), ...told]);
