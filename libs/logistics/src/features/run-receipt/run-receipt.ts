import { Id, Many, Moment, OrNull, Words } from '#http';
import { fields, forever, moment, query, textOf } from '#read-models';
import { sql } from 'kysely';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { movements } from '../../views/movements.projection.ts';
import { foundAtTruck, foundAtTruckOf } from '../../views/found-at-truck.ts';
import { readers } from '../../views/readers.ts';
import { Signed, signedColumns, signedOf, type SignedRow } from '../../views/signed.ts';
import { OfRun } from '../of-run.ts';
import { BoxNamedMissing } from '../waybill/waybill.ts';

export class BoxReceived {
  @Id('The box') box!: string;
  @Words('The station it is for') station!: string;
  @OrNull(Words('Which election it is for')) contest!: string | null;
  @OrNull(Words('The office that received it')) village!: string | null;
  @Moment('When') at!: string;
  @Id('Account of who received it') by!: string;
  @Many(Words('Number on a seal, as it was found')) seals!: string[];
  @Many(Words('Number on a seal that had been put on, when those that were found are others')) sealed!: string[];
}

export class RunReceipt {
  @Id('The run') dispatch!: string;
  @Words('Where it goes') destination!: string;
  @OrNull(Words('Number plate of the truck')) vehicle!: string | null;
  @OrNull(Words('Name of the driver', { max: 120 })) driverName!: string | null;
  @OrNull(Words('Number plate that was found when it left, if it was not the planned one')) foundVehicle!: string | null;
  @OrNull(Words('Name of who drove, if it was not the planned driver', { max: 120 })) foundDriverName!: string | null;
  @OrNull(Many(Words('Number on a seal that was put on a door of the truck; null: nobody said'))) truckSeals!: string[] | null;
  @Many(BoxReceived, { max: 2_000 }) lines!: BoxReceived[];
  @Many(BoxNamedMissing, { max: 2_000, description: 'Boxes that went onto the truck and that nobody has received' }) notReceived!: BoxNamedMissing[];
  @Many(Signed, { max: 2_000, description: 'Who received boxes in which office, each once, at their first box' }) signatures!: Signed[];
}

interface LineRow extends SignedRow {
  readonly box: string;
  readonly station: string;
  readonly contest: string | null;
  readonly mismatch: string | null;
}

export const runReceipt = query(OfRun)({
  name: 'logistics.run-receipt',
  summary: 'What was received of a run: each box with its seals as they were found, what nobody has received, and who received it.',
  roles: readers,
  scope: ({ destination }) => ({ area: destination }),
  from: [boxes, dispatches, movements],
  answers: RunReceipt,
  find: ({ dispatch, destination }, db, { now: at }) => ({
    run: db
      .selectFrom('dispatch')
      .select(['dispatch', 'destination', 'vehicle', 'driver_name'])
      .select(foundAtTruck('dispatch.dispatch', { at }).as('found'))
      .where('dispatch', '=', dispatch)
      .where('destination', '=', destination),
    lines: sql<LineRow>`
      with brought as (select distinct subject as box, event from box_place where dispatch = ${dispatch} and place = 'at-office' and known_to = ${forever})
      select ${signedColumns}, p.box, b.station, b.contest,
        (select x.detail from movement x where x.box = p.box and x.type = 'logistics.seal-mismatch-found.v1' and x.dispatch = ${dispatch} and x.at = m.at
          order by x.revision limit 1) as mismatch
      from brought p cross join movement m on m.box = p.box and m.event = p.event join box b on b.box = p.box
      order by b.station, p.box, m.at, m.revision`,
    notReceived: sql<BoxNamedMissing>`
      select p.subject as box, b.station from box_place p left join box b on b.box = p.subject
        where p.dispatch = ${dispatch} and p.place = 'on-truck' and p.known_to = ${forever} and p.effective_to = ${forever} order by b.station, p.subject`,
  }),
  present: ({ run: [run], lines, notReceived }) => {
    if (!run) return undefined;
    const { foundVehicle, foundDriverName, truckSeals } = foundAtTruckOf(run.found);
    return {
      dispatch: run.dispatch,
      destination: run.destination,
      vehicle: run.vehicle,
      driverName: run.driver_name,
      foundVehicle,
      foundDriverName,
      truckSeals,
      lines: lines.map(lineOf),
      notReceived: notReceived.map(({ box, station }) => ({ box, station })),
      signatures: firstOfEach(lines.map(signedOf)),
    };
  },
  reveals: ['vehicle', 'driverName', 'foundVehicle', 'foundDriverName'],
});

function lineOf({ box, station, contest, at, user, detail, mismatch }: LineRow): BoxReceived {
  const { village, seals } = fields(detail);
  return { box, station, contest, village: textOf(village), at: moment(at), by: user, seals: texts(seals), sealed: texts(fields(mismatch)['sealed']) };
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** Whoever receives 236 boxes signs once for each office. */
function firstOfEach(signed: readonly Signed[]): Signed[] {
  const inTime = signed.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const first = new Map<string, Signed>();
  for (const each of inTime) {
    const key = `${each.by} ${each.role} ${each.village}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}
