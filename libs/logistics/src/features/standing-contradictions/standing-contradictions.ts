import { Id, Many, Moment, OneOf, Words } from '#http';
import { codes, forever, moment, query } from '#read-models';
import { sql } from 'kysely';
import { boxContradictionKinds } from '../../domain/box-contradiction.ts';
import { delayReported, dispatchOverdueNoticed, dispatchPlanned } from '../../domain/dispatch.ts';
import { within } from '../../views/as-of.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { movements } from '../../views/movements.projection.ts';
import { readers } from '../../views/readers.ts';
import { standingContradictions as noticed } from '../../views/standing-contradictions.projection.ts';
import { areaCode } from '../of-box.ts';

export class StandingContradictions {
  @Words('The area: code of a regency, a district or a village', { pattern: areaCode, example: '1601' }) area!: string;
}

export const standingKinds = [...boxContradictionKinds, 'dispatch-overdue'] as const;
export type StandingKind = (typeof standingKinds)[number];

export class StandingContradiction {
  @OneOf('What does not fit', standingKinds) what!: StandingKind;
  @Many(Words('Id, number or code of what does not fit together, or the code of an objection', { max: 80 })) about!: string[];
  @Words('The village of the station or of the warehouse, or where the run goes') area!: string;
  @Moment('The instant at which it does not fit') at!: string;
  @Many(Id('An event that says so')) events!: string[];
  @Moment('When it was noticed, for the last time') noticed!: string;
}

interface Standing {
  readonly what: string;
  readonly about: string;
  readonly area: string;
  readonly at: number;
  readonly events: string;
  readonly noticed: number;
}

/** The last of the run's facts of these types that had happened by then. */
const lastOf = (types: readonly string[], now: number, column: 'event' | 'at') =>
  sql`(select m.${sql.ref(column)} from movement m where m.dispatch = d.dispatch and m.box is null
    and m.type in (${sql.join(types.map((type) => sql.lit(type)))}) and m.at <= ${now} order by m.at desc, m.revision desc limit 1)`;

export const standingContradictions = query(StandingContradictions)({
  name: 'logistics.standing-contradictions',
  summary: 'What does not fit in an area and was noticed, with the events that say so, the latest first; what later facts have settled is not among it.',
  roles: readers,
  scope: ({ area }) => ({ area }),
  from: [noticed, dispatches, movements],
  answers: [StandingContradiction],
  find: ({ area }, _, { now }) => sql<Standing>`
    select what, about, area, at, events, noticed from box_doubt_noticed where standing = 1 and ${within('area', area)}
    union all
    select 'dispatch-overdue', json_array(d.dispatch), d.destination, d.overdue_noticed,
        json_array(${lastOf([dispatchPlanned.type, delayReported.type], now, 'event')}, ${lastOf([dispatchOverdueNoticed.type], now, 'event')}),
        ${lastOf([dispatchOverdueNoticed.type], now, 'at')}
      from dispatch d where ${within('d.destination', area)}
        and d.overdue_noticed = coalesce((select y.due from delay y where y.dispatch = d.dispatch and y.at <= ${now} order by y.at desc, y.revision desc limit 1), d.due)
        and not exists (select 1 from run_place r where r.subject = d.dispatch and r.status = 'arrived' and r.known_to = ${forever})`,
  page: { by: [['at', 'desc'], 'what', 'about'] },
  present: (rows) =>
    rows.map(({ what: said, about, area, at, events, noticed: noticedAt }): StandingContradiction => {
      const what = standingKinds.find((kind) => kind === said);
      if (!what) throw new TypeError(`"${said}" is nothing that can stand.`);
      return { what, about: [...codes(about)], area, at: moment(at), events: [...codes(events)], noticed: moment(noticedAt) };
    }),
});
