import { Id, Many, Moment, Optional, OrNull, Words } from '#http';
import { moment, query } from '#read-models';
import { sql } from 'kysely';
import { within } from '../../views/as-of.ts';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { readers } from '../../views/readers.ts';
import { areaOrStation, scopeOfAreaOrStation } from '../of-box.ts';

export class BoxLabels {
  @Words('The area of the stations that the boxes are for, or one station', { max: 14, pattern: areaOrStation, example: '1601141011-007' }) area!: string;
  @Optional(Id('Only what this run was planned to carry')) dispatch?: string;
  @Optional(Many(Id('Only this box'), { min: 1, max: 250 })) boxes?: string[];
}

export class BoxLabel {
  @Id('The box') box!: string;
  @Words('The station it is for') station!: string;
  @OrNull(Words('Which election it is for')) contest!: string | null;
  @Moment('When the log first heard of it') known!: string;
}

export const boxLabels = query(BoxLabels)({
  name: 'logistics.box-labels',
  summary: 'What stands on the labels of the boxes of a run, of a station or an area, or of chosen boxes; by station.',
  roles: readers,
  scope: scopeOfAreaOrStation,
  from: [boxes, dispatches],
  answers: [BoxLabel],
  find: ({ area, dispatch, boxes: chosen }, db) =>
    db
      .selectFrom('box')
      .select(['box', 'station', 'contest', 'known_from'])
      .where(within('station', area))
      .$if(dispatch !== undefined, (found) => found.where('box', 'in', sql<string>`(select box from plan where dispatch = ${dispatch ?? ''})`))
      .$if(chosen !== undefined, (found) => found.where('box', 'in', chosen ?? []))
      .orderBy('station')
      .orderBy('contest')
      .orderBy('box'),
  present: (rows) => rows.map(({ box, station, contest, known_from }): BoxLabel => ({ box, station, contest, known: moment(known_from) })),
});
