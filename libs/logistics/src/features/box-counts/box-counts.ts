import { Count, Id, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { query } from '#read-models';
import { sql } from 'kysely';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { readers } from '../../views/readers.ts';
import { boxesStanding, boxPlaces, placeFound, truckStages, type BoxPlaceFound } from '../../views/whereabouts.ts';
import { areaCode } from '../of-box.ts';

export class BoxCounts {
  @Words('The area whose boxes: code of a regency, a district or a village', { pattern: areaCode, example: '1601' }) area!: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export class BoxesCounted {
  @Words('Where their stations are: a district of the regency that was asked about, or a village') area!: string;
  @OneOf('Where the boxes were; unknown: not packed yet, or lost', boxPlaces) place!: BoxPlaceFound;
  @OrNull(Id('The run on whose truck they were')) dispatch!: string | null;
  @OrNull(OneOf('How far that truck was', truckStages)) truck!: string | null;
  @OrNull(Words('The checkpoint that the truck passed last')) passed!: string | null;
  @OrNull(Words('The checkpoint that it passed next')) next!: string | null;
  @Count('How many boxes') boxes!: number;
}

interface CountRow {
  readonly area: string;
  readonly place: string | null;
  readonly dispatch: string | null;
  readonly status: string | null;
  readonly passed: string | null;
  readonly next: string | null;
  readonly boxes: number;
}

const district = 6;
const village = 10;

/** All boxes of a regency in some dozens of lines: a slider that is pulled through a night asks for them at every step. */
export const boxCounts = query(BoxCounts)({
  name: 'logistics.box-counts',
  summary: 'How many boxes of an area were where at an instant, as it was known at another, by district or village.',
  roles: readers,
  scope: ({ area }) => ({ area }),
  from: [boxes, dispatches],
  answers: [BoxesCounted],
  find: ({ area, at, knownAt }, _, { now }) => {
    const digits = sql.lit(area.length < district ? district : village);
    return sql<CountRow>`
      select substr(b.station, 1, ${digits}) as area, p.place, case when p.place = 'on-truck' then p.dispatch end as dispatch,
        r.status, r.checkpoint as passed, n.checkpoint as next, count(*) as boxes
      from ${boxesStanding(area, { at: at ?? now, knownAt })}
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;
  },
  present: (rows) =>
    rows.map(({ area, place, dispatch, status, passed, next, boxes }): BoxesCounted => ({
      area,
      place: placeFound(place),
      dispatch,
      truck: dispatch === null ? null : (status ?? 'loading'),
      passed,
      next,
      boxes,
    })),
});
