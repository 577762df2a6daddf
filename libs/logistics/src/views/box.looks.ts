import { eachOf, forever, look } from '#read-models';
import { sql } from 'kysely';
import { boxes, boxPlaces } from './boxes.projection.ts';
import { dispatches } from './dispatches.projection.ts';

/** Those of the seal numbers that were ever put on another box, sorted. */
export const sealsOnOtherBoxes = look({
  name: 'logistics.seals-on-other-boxes',
  from: boxes,
  find: ({ seals, box }: { seals: readonly string[]; box: string }) =>
    sql<{ number: string }>`select distinct s.number from ${eachOf(JSON.stringify(seals))} n cross join seal s on s.number = n.value
      where s.box <> ${box} order by s.number`,
  answer: (rows) => rows.map(({ number }) => number),
});

/** A run still takes boxes until something was told of its way. */
export const stillLoading = (dispatch: string) =>
  sql`not exists (select 1 from run_place r where r.subject = ${sql.ref(dispatch)} and r.known_to = ${sql.lit(forever)})`;

/** A run, and where it goes. */
export interface RunNamed {
  readonly dispatch: string;
  readonly destination: string;
}

/** The other run, still loading, that the box is planned for; the one planned first. */
export const runOfBox = look({
  name: 'logistics.run-of-box',
  from: [boxes, dispatches],
  find: ({ box, except }: { box: string; except: string }) =>
    sql<RunNamed>`select p.dispatch, d.destination from plan p join dispatch d on d.dispatch = p.dispatch
      where p.box = ${box} and p.dispatch <> ${except} and ${stillLoading('p.dispatch')} order by p.at, p.dispatch limit 1`,
  answer: ([row]) => row ?? null,
});

/** Those of the boxes that another run, still loading, is planned to carry, sorted. */
export const boxesOnOtherRuns = look({
  name: 'logistics.boxes-on-other-runs',
  from: [boxes, dispatches],
  find: ({ boxes: named, except }: { boxes: readonly string[]; except: string }) =>
    sql<{ box: string }>`select distinct p.box from ${eachOf(JSON.stringify(named))} n cross join plan p on p.box = n.value
      where p.dispatch <> ${except} and ${stillLoading('p.dispatch')} order by p.box`,
  answer: (rows) => rows.map(({ box }) => box),
});

/** The boxes that are on the truck of the run at the instant, sorted. */
export const boxesOnTruck = look({
  name: 'logistics.boxes-on-truck',
  from: boxes,
  find: ({ dispatch, at }: { dispatch: string; at: number }, db) =>
    db
      .selectFrom(boxPlaces.asOf({ at, by: { dispatch } }))
      .select('held.subject')
      .where('held.place', '=', 'on-truck')
      .orderBy('held.subject'),
  answer: (rows) => rows.map(({ subject }) => subject),
});
