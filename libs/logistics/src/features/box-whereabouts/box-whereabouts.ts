import { Id, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { moment, momentOrNull, query } from '#read-models';
import { sql } from 'kysely';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { readers } from '../../views/readers.ts';
import { boxesStanding, boxPlaces, placeFound, truckStages, type BoxPlaceFound } from '../../views/whereabouts.ts';
import { areaOrStation, scopeOfAreaOrStation } from '../of-box.ts';

export class BoxWhereabouts {
  @Words('The area whose boxes: code of a regency, a district, a village or a station', { pattern: areaOrStation, example: '1601' }) area!: string;
  @Optional(Id('One box of it')) box?: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export class BoxFound {
  @Id('The box') box!: string;
  @Words('The station it is for') station!: string;
  @OrNull(Words('Which election it is for')) contest!: string | null;
  @OneOf('Where it is; unknown: not packed yet, or lost', boxPlaces) place!: BoxPlaceFound;
  @OrNull(Id('The warehouse')) warehouse!: string | null;
  @OrNull(Id('The zone')) zone!: string | null;
  @OrNull(Words('The village whose office has it')) village!: string | null;
  @OrNull(Id('The run on whose truck it is, or that brought it')) dispatch!: string | null;
  @OrNull(Id('The event of the box that says so')) event!: string | null;
  @OrNull(Words('What happened then')) what!: string | null;
  @OrNull(Moment('Since when')) since!: string | null;
  @OrNull(Moment('Since when the log knew it')) knownSince!: string | null;
  @OrNull(OneOf('How far its truck is', truckStages)) truck!: string | null;
  @OrNull(Words('The checkpoint that the truck passed last')) passed!: string | null;
  @OrNull(Words('The checkpoint that it passed next')) next!: string | null;
  @OrNull(Id('The event of the run that says so')) truckEvent!: string | null;
  @OrNull(Moment('Since when the truck is there')) truckSince!: string | null;
}

interface FoundRow {
  readonly box: string;
  readonly station: string;
  readonly contest: string | null;
  readonly place: string | null;
  readonly warehouse: string | null;
  readonly zone: string | null;
  readonly village: string | null;
  readonly dispatch: string | null;
  readonly event: string | null;
  readonly type: string | null;
  readonly since: number | null;
  readonly known_since: number | null;
  readonly status: string | null;
  readonly passed: string | null;
  readonly next: string | null;
  readonly run_event: string | null;
  readonly run_since: number | null;
}

export const boxWhereabouts = query(BoxWhereabouts)({
  name: 'logistics.box-whereabouts',
  summary: 'Where each box of an area was at an instant, as it was known at another, with the event that says so.',
  roles: [...readers, 'station-officer'],
  scope: scopeOfAreaOrStation,
  from: [boxes, dispatches],
  answers: [BoxFound],
  find: ({ area, box, at, knownAt }, _, { now }) => sql<FoundRow>`
      select b.box, b.station, b.contest, p.place, p.warehouse, p.zone, p.village, p.dispatch, p.event, p.type, p.effective_from as since, p.known_from as known_since,
        r.status, r.checkpoint as passed, n.checkpoint as next, r.event as run_event, r.effective_from as run_since
      from ${boxesStanding(area, { at: at ?? now, knownAt })} ${box === undefined ? sql`` : sql`and b.box = ${box}`}`,
  page: { by: ['station', 'box'], max: 5_000 },
  present: (rows) => rows.map(found),
});

function found(row: FoundRow): BoxFound {
  const isOnTruck = row.place === 'on-truck';
  return {
    box: row.box,
    station: row.station,
    contest: row.contest,
    place: placeFound(row.place),
    warehouse: row.warehouse,
    zone: row.zone,
    village: row.village,
    dispatch: row.dispatch,
    event: row.event,
    what: row.type,
    since: momentOrNull(row.since),
    knownSince: row.known_since === null ? null : moment(row.known_since),
    truck: isOnTruck ? (row.status ?? 'loading') : null,
    passed: row.passed,
    next: row.next,
    truckEvent: row.run_event,
    truckSince: momentOrNull(row.run_since),
  };
}
