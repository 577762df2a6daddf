import { Id, Words } from '#http';
import type { Details } from '#kernel';
import { boxAt, type Box } from '../domain/box.ts';
import type { DrawNamed } from '../domain/box.events.ts';

export const stationCode = /^\d{10}-\d{3}$/;
export const villageCode = /^\d{10}$/;
/** A regency, a district or a village. */
export const areaCode = /^(\d{4}|\d{6}|\d{10})$/;

/** A regency, a district, a village or a station. */
export const areaOrStation = /^(\d{4}|\d{6}|\d{10}|\d{10}-\d{3})$/;

export const scopeOfAreaOrStation = ({ area }: { readonly area: string }) => (area.includes('-') ? { station: area } : { area });

/** The village of a station: what its code begins with. */
export const villageOf = (station: string): string => station.slice(0, 10);

/** What every command about a box says: which, and for which station. The event can then be understood without the ones before it. */
export abstract class OfBox {
  @Id('The box: what the code on its label says') box!: string;
  @Words('The polling station it is for', { pattern: stationCode, example: '1601141011-007' }) station!: string;
}

/** The box was told of before, for another station. */
export const boxOfAnotherStation = ({ station }: OfBox, box: Box): Details | false =>
  box.station !== undefined && box.station !== station && { station: box.station };

/** The box is not in one of the places where this can happen to it. */
export function boxNotAt(box: Box, at: number, ...places: readonly ReturnType<typeof boxAt>['place']['status'][]): Details | false {
  const { status } = boxAt(box, at).place;
  return !places.includes(status) && { status };
}

/** A quantity that was drawn from a lot, by name. */
export class Drawn implements DrawNamed {
  @Id('The lot it was drawn from') lot!: string;
  @Id('The draw') draw!: string;
}

/** Draws that were not made for this, or were returned. */
export function drawsMissing(named: readonly DrawNamed[], standing: readonly string[]): Details | false {
  const missing = named.map(({ draw }) => draw).filter((draw) => !standing.includes(draw));
  return missing.length > 0 && { draws: missing };
}
