import { Id, Many, Moment, OrNull, Words } from '#http';
import { codes, momentOrNull } from '#read-models';
import type { DispatchTable } from '../views/dispatches.projection.ts';
import { areaCode } from './of-box.ts';

/** What every question about one run says: which, and where it goes. */
export class OfRun {
  @Id('The run') dispatch!: string;
  @Words('Where it goes', { pattern: areaCode, example: '160114' }) destination!: string;
}

/** What was planned of a run, and who drives and guards it. `vehicle` and `driverName` are commitments until they are revealed. */
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
}

type RunRow = Pick<DispatchTable, 'dispatch' | 'destination' | 'warehouse' | 'vehicle' | 'driver' | 'driver_name' | 'escort' | 'planned' | 'due'>;

export const runFactsOf = ({ dispatch, destination, warehouse, vehicle, driver, driver_name: driverName, escort, planned, due }: RunRow) => ({
  dispatch,
  destination,
  warehouse,
  vehicle,
  driver,
  driverName,
  escort: codes(escort),
  planned: momentOrNull(planned),
  due: momentOrNull(due),
});
