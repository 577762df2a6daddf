import { Count, Id, Many, Moment, OrNull, Words } from '#http';
import { forever, momentOrNull, query } from '#read-models';
import { sql } from 'kysely';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { movements } from '../../views/movements.projection.ts';
import { places } from '../../views/places.projection.ts';
import { readers } from '../../views/readers.ts';
import { Signed, signedColumns, signedOf, type SignedRow } from '../../views/signed.ts';
import { foundAtTruck } from '../../views/found-at-truck.ts';
import { OfRun, personalOfRun, RunFacts, runFactsOf } from '../of-run.ts';

export class WaybillLoad {
  @OrNull(Words('The village whose stations the boxes are for')) village!: string | null;
  @OrNull(Words('Which election they are for')) contest!: string | null;
  @Count('How many boxes') boxes!: number;
}

export class BoxNamedMissing {
  @Id('The box') box!: string;
  @OrNull(Words('The station it is for')) station!: string | null;
}

export class Waybill extends RunFacts {
  @OrNull(Words('Its name')) warehouseName!: string | null;
  @OrNull(Words('The village it stands in')) village!: string | null;
  @OrNull(Moment('When the truck was let go; null: it has not left')) departed!: string | null;
  @Count('How many boxes it was planned to carry') plannedBoxes!: number;
  @Many(WaybillLoad, { max: 1_000, description: 'What the truck left with; what is planned, as long as it has not' }) load!: WaybillLoad[];
  @Many(BoxNamedMissing, { max: 1_000, description: 'Planned boxes that were named as not on the truck' }) missing!: BoxNamedMissing[];
  @Many(Signed, { description: 'Who planned it, who let it go, and who told of its arrival; the first first' }) signatures!: Signed[];
}

interface LoadRow {
  readonly village: string | null;
  readonly contest: string | null;
  readonly boxes: number;
}

export const waybill = query(OfRun)({
  name: 'logistics.waybill',
  summary: 'With what a truck was let go: who drives it, who goes along, its seals, how many boxes for which villages, and who signed.',
  roles: readers,
  scope: ({ destination }) => ({ area: destination }),
  from: [boxes, dispatches, movements, places],
  answers: Waybill,
  find: ({ dispatch, destination }, db, { now: at }) => {
    const departed = sql`(select min(m.at) from movement m where m.dispatch = ${dispatch} and m.box is null and m.type = 'logistics.dispatch-departed.v1')`;
    return {
      run: db
        .selectFrom('dispatch')
        .leftJoin('warehouse', 'warehouse.warehouse', 'dispatch.warehouse')
        .selectAll('dispatch')
        .select(['warehouse.name as warehouse_name', 'warehouse.village'])
        .select(sql<number | null>`${departed}`.as('departed'))
        .select(foundAtTruck('dispatch.dispatch', { at }).as('found'))
        .select(sql<number>`(select count(*) from plan where plan.dispatch = dispatch.dispatch)`.as('planned_boxes'))
        .where('dispatch.dispatch', '=', dispatch)
        .where('dispatch.destination', '=', destination),
      load: sql<LoadRow>`
        with gone as (select ${departed} as at),
          carried as (
            select p.subject as box from box_place p, gone where p.dispatch = ${dispatch} and p.place = 'on-truck' and p.known_to = ${forever}
              and p.effective_from <= gone.at and p.effective_to > gone.at
            union select l.box from plan l, gone where l.dispatch = ${dispatch} and gone.at is null)
        select substr(b.station, 1, 10) as village, b.contest, count(*) as boxes from carried c left join box b on b.box = c.box group by 1, 2 order by 1, 2`,
      missing: sql<BoxNamedMissing>`
        select m.box, b.station from missing_box m left join box b on b.box = m.box where m.dispatch = ${dispatch} order by b.station, m.box`,
      signatures: sql<SignedRow>`
        select ${signedColumns} from movement m where m.dispatch = ${dispatch} and m.box is null
          and m.type in ('logistics.dispatch-planned.v1', 'logistics.dispatch-departed.v1', 'logistics.dispatch-arrived.v1')
          order by m.at, m.stream, m.revision`,
    };
  },
  present: ({ run: [run], load, missing, signatures }) =>
    run && {
      ...runFactsOf(run),
      warehouseName: run.warehouse_name,
      village: run.village,
      departed: momentOrNull(run.departed),
      plannedBoxes: run.planned_boxes,
      load: load.map(({ village, contest, boxes: count }) => ({ village, contest, boxes: count })),
      missing: missing.map(({ box, station }) => ({ box, station })),
      signatures: signatures.map(signedOf),
    },
  reveals: personalOfRun,
});
