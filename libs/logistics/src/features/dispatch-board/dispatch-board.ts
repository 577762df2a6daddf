import { Count, Flag, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { latest, momentOrNull, query } from '#read-models';
import { sql } from 'kysely';
import { holds, within } from '../../views/as-of.ts';
import { boxes } from '../../views/boxes.projection.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { foundAtTruck, foundAtTruckOf } from '../../views/found-at-truck.ts';
import { readers } from '../../views/readers.ts';
import { areaCode } from '../of-box.ts';

export class DispatchBoard {
  @Words('The area that the runs go to: code of a regency, a district or a village', { pattern: areaCode, example: '1601' }) area!: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export const runStatuses = ['planned', 'under-way', 'arrived'] as const;
export type RunStatus = (typeof runStatuses)[number];

export class RunOnBoard {
  @Id('The run') dispatch!: string;
  @Words('Where it goes') destination!: string;
  @OrNull(Id('The warehouse it starts from')) warehouse!: string | null;
  @OrNull(Words('Number plate of the truck')) vehicle!: string | null;
  @OrNull(Words('Number plate that was found when it left, if it was not the planned one')) foundVehicle!: string | null;
  @OrNull(Many(Words('Number on a seal that was put on a door of the truck; null: nobody said'))) truckSeals!: string[] | null;
  @OneOf('How far it is', runStatuses) status!: RunStatus;
  @OrNull(Moment('Since when')) since!: string | null;
  @OrNull(Id('The event that says so')) event!: string | null;
  @OrNull(Words('The checkpoint that it passed last')) checkpoint!: string | null;
  @OrNull(Moment('By when it is to arrive, as it was said last')) due!: string | null;
  @OrNull(Words('Why it is late, as it was said last')) delay!: string | null;
  @Flag('Whether its time has passed and it has not arrived') overdue!: boolean;
  @Count('How many boxes it was planned to carry') planned!: number;
  @Count('How many are on its truck') onTruck!: number;
  @Count('How many it brought to an office and stand there') received!: number;
  @Count('How many were ever on its truck') loaded!: number;
  @Count('How many it ever brought to an office, wherever they are by now') brought!: number;
}

export const dispatchBoard = query(DispatchBoard)({
  name: 'logistics.dispatch-board',
  summary: 'The runs that go to an area: how far each was at an instant, as it was known at another, and what it carried.',
  roles: readers,
  scope: ({ area }) => ({ area }),
  from: [boxes, dispatches],
  answers: [RunOnBoard],
  find: ({ area, at, knownAt = latest }, _, { now }) => {
    const times = { at: at ?? now, knownAt };
    const last = (column: 'due' | 'reason') =>
      sql`(select y.${sql.ref(column)} from delay y where y.dispatch = d.dispatch and y.at <= ${times.at} and y.known_from <= ${knownAt} order by y.at desc, y.revision desc limit 1)`;
    const ever = (place: 'on-truck' | 'at-office') =>
      sql`(select count(distinct p.subject) from box_place p where p.dispatch = d.dispatch and p.place = ${place} and p.effective_from <= ${times.at} and p.known_from <= ${knownAt} and p.known_to > ${knownAt})`;
    return sql<{
      dispatch: string;
      destination: string;
      warehouse: string | null;
      vehicle: string | null;
      found: string | null;
      status: string | null;
      since: number | null;
      event: string | null;
      checkpoint: string | null;
      due: number | null;
      delay: string | null;
      planned: number;
      on_truck: number;
      received: number;
      loaded: number;
      brought: number;
      instant: number;
    }>`
      select d.dispatch, d.destination, d.warehouse, d.vehicle, ${foundAtTruck('d.dispatch', times)} as found, r.status, coalesce(r.effective_from, d.planned) as since, r.event, r.checkpoint,
        coalesce(${last('due')}, d.due) as due, ${last('reason')} as delay, ${times.at} as instant,
        (select count(*) from plan l where l.dispatch = d.dispatch) as planned,
        (select count(*) from box_place p where p.dispatch = d.dispatch and p.place = 'on-truck' and ${holds('p', times)}) as on_truck,
        (select count(*) from box_place p where p.dispatch = d.dispatch and p.place = 'at-office' and ${holds('p', times)}) as received,
        ${ever('on-truck')} as loaded, ${ever('at-office')} as brought
      from dispatch d left join run_place r on r.subject = d.dispatch and ${holds('r', times)}
      where ${within('d.destination', area)} and d.known_from <= ${knownAt} and coalesce(d.planned, 0) <= ${times.at}`;
  },
  page: { by: ['destination', 'dispatch'] },
  present: (rows) =>
    rows.map((row): RunOnBoard => {
      const { foundVehicle, truckSeals } = foundAtTruckOf(row.found);
      const status = runStatuses.find((each) => each === row.status) ?? 'planned';
      return {
        dispatch: row.dispatch,
        destination: row.destination,
        warehouse: row.warehouse,
        vehicle: row.vehicle,
        foundVehicle,
        truckSeals,
        status,
        since: momentOrNull(row.since),
        event: row.event,
        checkpoint: row.checkpoint,
        due: momentOrNull(row.due),
        delay: row.delay,
        overdue: status !== 'arrived' && row.due !== null && row.due < row.instant,
        planned: row.planned,
        onTruck: row.on_truck,
        received: row.received,
        loaded: row.loaded,
        brought: row.brought,
      };
    }),
  reveals: ['vehicle', 'foundVehicle'],
});
