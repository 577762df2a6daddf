import { Id, OrNull, Words } from '#http';
import { query } from '#read-models';
import { sql } from 'kysely';
import { within } from '../../views/as-of.ts';
import { stillLoading } from '../../views/box.looks.ts';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { readers } from '../../views/readers.ts';
import { areaCode } from '../of-box.ts';

export class PlannedBoxes {
  @Words('The area whose boxes: code of a regency, a district or a village', { pattern: areaCode, example: '1601' }) area!: string;
}

export class PlannedBox {
  @Id('The box') box!: string;
  @Words('The station it is for') station!: string;
  @OrNull(Words('Which election it is for')) contest!: string | null;
  @OrNull(Id('The run that is planned to carry it and has not left')) dispatch!: string | null;
  @OrNull(Words('Where that run goes')) destination!: string | null;
}

/** Kept on a phone, so that a wrong box is known before its truck also without a network; hence short, and without anybody's name. */
export const plannedBoxes = query(PlannedBoxes)({
  name: 'logistics.planned-boxes',
  summary: 'Every box of an area, with the run that is planned to carry it and has not left: where a box belongs that stands before the wrong truck.',
  roles: readers,
  scope: ({ area }) => ({ area }),
  from: [boxes, dispatches],
  answers: [PlannedBox],
  find: ({ area }) => sql<PlannedBox>`
    select b.box, b.station, b.contest, d.dispatch, d.destination
    from box b left join dispatch d on d.dispatch =
      (select p.dispatch from plan p where p.box = b.box and ${stillLoading('p.dispatch')} order by p.at, p.dispatch limit 1)
    where ${within('b.station', area)}`,
  page: { by: ['station', 'box'] },
  present: (rows) => rows.map(({ box, station, contest, dispatch, destination }): PlannedBox => ({ box, station, contest, dispatch, destination })),
});
