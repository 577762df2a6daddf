import { Id, Many, Moment, OrNull, Words } from '#http';
import { codes, momentOrNull } from '#read-models';
import type { DispatchTable } from '../views/dispatches.projection.ts';
import { foundAtTruckOf } from '../views/found-at-truck.ts';
import { areaCode } from './of-box.ts';

/** What every question about one run says: which, and where it goes. */
export class OfRun {
  @Id('The run') dispatch!: string;
  @Words('Where it goes', { pattern: areaCode, example: '160114' }) destination!: string;
}

/**
 * What was planned of a run, who drives and guards it, and what was found at its truck when it left: `found…` is null where
 * that is as planned. Plates and names are commitments until they are revealed.
 */
export abstract class RunFacts {
  @Id('The run') dispatch!: string;
  @Words('Where it goes') destination!: string;
  @OrNull(Id('The warehouse it starts from')) warehouse!: string | null;
  @OrNull(Words('Number plate of the truck')) vehicle!: string | null;
  @OrNull(Id('The driver')) driver!: string | null;
  @OrNull(Words('Their name', { max: 120 })) driverName!: string | null;
  @Many(Id('Account of somebody who goes along to guard it')) escort!: string[];
  @OrNull(Moment('When it was planned')) planned!: string | null;
  @OrNull(Moment('By when it is to arrive, as it was planned')) due!: string | null;
  @OrNull(Many(Words('Number on a seal that was put on a door of the truck; null: nobody said'))) truckSeals!: string[] | null;
  @OrNull(Words('Number plate that was found, when it was not the planned one')) foundVehicle!: string | null;
  @OrNull(Id('Who drove, when it was not the planned driver')) foundDriver!: string | null;
  @OrNull(Words('Their name', { max: 120 })) foundDriverName!: string | null;
  @OrNull(Many(Id('Account of somebody who went along, when it was not as planned'))) foundEscort!: string[] | null;
  @OrNull(Words('Whoever else went along and has no account', { max: 400 })) foundEscortOthers!: string | null;
}

/** What of a run only the vault can say. */
export const personalOfRun = ['vehicle', 'driverName', 'foundVehicle', 'foundDriverName', 'foundEscortOthers'] as const;

type RunRow = Omit<DispatchTable, 'overdue_noticed' | 'known_from'> & { readonly found: string | null };

export const runFactsOf = ({ dispatch, destination, warehouse, vehicle, driver, driver_name: driverName, escort, planned, due, found }: RunRow) => ({
  dispatch,
  destination,
  warehouse,
  vehicle,
  driver,
  driverName,
  escort: codes(escort),
  planned: momentOrNull(planned),
  due: momentOrNull(due),
  ...foundAtTruckOf(found),
});
