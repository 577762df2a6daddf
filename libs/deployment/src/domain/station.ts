import { event, inTime, lastBy, naturalId, stream } from '#kernel';
import type { DataOf, Instant, Moved } from '#kernel';

/**
 * A polling station as a list of the commission has it. `station` is the village's code and three digits; `place` is where
 * it stands, `voters` how many are registered. The next registration takes the place of this one: lists are corrected.
 */
export const stationRegistered = event('deployment.station-registered.v1')<{
  station: string;
  villageName: string;
  districtName: string;
  regencyName: string;
  place?: string;
  voters?: number;
}>();

export type StationEvent = ReturnType<typeof stationRegistered>;
export type Registration = DataOf<typeof stationRegistered>;

export interface Station {
  readonly code?: string;
  readonly registrations: readonly (Moved & { readonly registration: Registration })[];
}

export const station = stream<Station, StationEvent>({
  kind: 'station',
  initial: { registrations: [] },
  scope: ({ code }) => (code === undefined ? undefined : { station: code }),
  evolve: {
    'deployment.station-registered.v1': ({ registrations }, registration, { effectiveAt: at }) => ({
      code: registration.station,
      registrations: inTime(registrations, { at, registration }),
    }),
  },
});

/** A station's id follows from its code, so that a list can be sent twice. */
export const stationIdOf = (code: string): string => naturalId('station', code);

/** What was said of the station at the instant. */
export const registrationAt = ({ registrations }: Station, at: Instant): Registration | undefined => lastBy(registrations, at)?.registration;

/** Whether both say the same of the station. */
export const isSameRegistration = (one: Registration, other: Registration): boolean =>
  one.station === other.station &&
  one.villageName === other.villageName &&
  one.districtName === other.districtName &&
  one.regencyName === other.regencyName &&
  one.place === other.place &&
  one.voters === other.voters;

/** The areas around a station: areas are the first digits of its code. */
export const areasOf = (station: string): { readonly village: string; readonly district: string; readonly regency: string } => ({
  village: station.slice(0, 10),
  district: station.slice(0, 6),
  regency: station.slice(0, 4),
});

/** Prisons, hospitals and the like are numbered from here. */
export const firstSpecialNumber = 901;

export const stationCode = /^\d{10}-(?!000)\d{3}$/;
