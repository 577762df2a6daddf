import type { Fact } from '#kernel';
import { type Projected, projectingAll, telling, type Told } from '#read-models';
import * as everyProjection from '../views/projections.ts';
import { lot, theWarehouse, warehouse } from './lots.ts';

/* The day of 30 November 2023 in the warehouse at Kemelak, as the specs of the views tell it. */

/** `at('08:30')`, WIB. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Date.UTC(2023, 10, 30, hours - 7, minutes);
}

export const tell = telling(at);

export const ofLot = (fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told => tell(`lot-${lot}`, fact, clock, recorded, more);
export const ofWarehouse = (fact: Fact, clock: string, recorded?: string, more?: Partial<Told>): Told =>
  tell(`warehouse-${warehouse}`, fact, clock, recorded, more);

export const projected = (...told: readonly Told[]): Projected =>
  projectingAll(everyProjection).given([...theWarehouse.map((fact) => ofWarehouse(fact, '06:00')), ...told]);
