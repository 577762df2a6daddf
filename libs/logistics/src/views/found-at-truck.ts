import { codes, fields, latest, textOf } from '#read-models';
import { type RawBuilder, sql } from 'kysely';

/** What was found at the truck of a run when it last left until an instant, as JSON; NULL: it has not left. Needs the tables of `dispatches`. */
export const foundAtTruck = (dispatch: string, { at, knownAt = latest }: { at: number; knownAt?: number }): RawBuilder<string | null> =>
  sql<
    string | null
  >`(select json_object('seals', t.seals, 'vehicle', t.vehicle, 'driver', t.driver, 'driverName', t.driver_name, 'escort', t.escort, 'escortOthers', t.escort_others)
    from departure t where t.dispatch = ${sql.ref(dispatch)} and t.at <= ${at} and t.known_from <= ${knownAt} order by t.at desc, t.revision desc limit 1)`;

/** The same as an answer says it. */
export function foundAtTruckOf(found: string | null) {
  const { seals, vehicle, driver, driverName, escort, escortOthers } = fields(found);
  return {
    truckSeals: codesOrNull(seals),
    foundVehicle: textOf(vehicle),
    foundDriver: textOf(driver),
    foundDriverName: textOf(driverName),
    foundEscort: codesOrNull(escort),
    foundEscortOthers: textOf(escortOthers),
  };
}

/** Nobody said, which is not the same as none. */
const codesOrNull = (value: unknown): string[] | null => (typeof value === 'string' ? [...codes(value)] : null);
