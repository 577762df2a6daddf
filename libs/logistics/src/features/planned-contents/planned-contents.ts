import { Count, Flag, Id, Optional, OrNull, Words } from '#http';
import { query } from '#read-models';
import { sql } from 'kysely';
import { within } from '../../views/as-of.ts';
import { boxPlans } from '../../views/box-plans.projection.ts';
import { boxes } from '../../views/boxes.projection.ts';
import { draws } from '../../views/draws.projection.ts';
import { readers } from '../../views/readers.ts';
import { areaOrStation, scopeOfAreaOrStation } from '../of-box.ts';

export class PlannedContents {
  @Words('The area of the stations that the boxes are for, or one station', { max: 14, pattern: areaOrStation, example: '1601141011-007' }) area!: string;
  @Optional(Flag('Only what is lacking')) lacking?: boolean;
  @Optional(Flag('Only what differs: of which less was drawn, or more')) differing?: boolean;
}

export class PlannedContent {
  @Id('The box: what is drawn and packed under it follows this plan') box!: string;
  @OrNull(Id('The box that was packed for this station and election, whatever its id')) packedAs!: string | null;
  @Words('The station it is for') station!: string;
  @Words('Which election it is for') contest!: string;
  @Words('Of what') item!: string;
  @Count('How much it is to hold') planned!: number;
  @Count('How much was drawn for it and not returned') drawn!: number;
  @Count('How much of the plan is not drawn yet') lacking!: number;
}

export const plannedContents = query(PlannedContents)({
  name: 'logistics.planned-contents',
  summary: 'What each box of an area is to hold, item by item, against what was drawn for it: which boxes lack what.',
  roles: [...readers, 'station-officer'],
  scope: scopeOfAreaOrStation,
  from: [boxPlans, boxes, draws],
  answers: [PlannedContent],
  // Whoever packs may have given the box of this station and election another id than the plan has.
  find: ({ area, lacking = false, differing = false }) => sql<PlannedContent>`
    select box, packedAs, station, contest, item, planned, drawn, max(planned - drawn, 0) as lacking from (
      select p.box, (select min(b.box) from box b where b.station = p.station and b.contest = p.contest) as packedAs, p.station, p.contest, c.item, c.quantity as planned, (
        select coalesce(sum(d.quantity - (select coalesce(sum(r.quantity), 0) from draw_return r where r.lot = d.lot and r.draw = d.draw)), 0)
        from draw d where d.purpose = 'box' and d.item = c.item
          and d.bound_for in (select p.box union select b.box from box b where b.station = p.station and b.contest = p.contest)
      ) as drawn
      from box_plan p join content_plan c on c.box = p.box and c.plan = p.plan
      where ${within('p.station', area)}
    ) where ${lacking ? sql`drawn < planned` : sql`true`} and ${differing ? sql`drawn <> planned` : sql`true`}`,
  page: { by: ['station', 'box', 'item'], max: 5_000 },
  present: (rows) =>
    rows.map(({ box, packedAs, station, contest, item, planned, drawn, lacking }): PlannedContent => ({
      box,
      packedAs,
      station,
      contest,
      item,
      planned,
      drawn,
      lacking,
    })),
});
