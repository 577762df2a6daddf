import { Count, Flag, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { codes, explanationsIn, explanationsOf, latest, moment, query, whetherExplained } from '#read-models';
import { type RawBuilder, sql } from 'kysely';
import { boxContradictionKinds } from '../../domain/box-contradiction.ts';
import { delayReported, dispatchOverdueNoticed, dispatchPlanned } from '../../domain/dispatch.ts';
import { type BothTimes, holds, within } from '../../views/as-of.ts';
import { dispatches } from '../../views/dispatches.projection.ts';
import { movements } from '../../views/movements.projection.ts';
import { readers } from '../../views/readers.ts';
import { standingContradictions as noticed } from '../../views/standing-contradictions.projection.ts';
import { areaCode } from '../of-box.ts';

export class StandingContradictions {
  @Words('The area: code of a regency, a district or a village', { pattern: areaCode, example: '1601' }) area!: string;
  @Optional(Flag('Only those that somebody has explained; false: only those that nobody has')) explained?: boolean;
  @Optional(Moment('What stood at which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export const standingKinds = [...boxContradictionKinds, 'dispatch-overdue'] as const;
export type StandingKind = (typeof standingKinds)[number];

export class Explanation {
  @Id('The event') event!: string;
  @OrNull(Words('How it came about', { max: 2_000 })) explanation!: string | null;
  @Moment('When that was said') at!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @Id('Account of who says so') by!: string;
  @Words('In which role') role!: string;
  @Words('Asked or testified') voice!: string;
}

export class StandingContradiction {
  @OneOf('What does not fit', standingKinds) what!: StandingKind;
  @Many(Words('Id, number or code of what does not fit together, or the code of an objection', { max: 80 })) about!: string[];
  @Words('The village of the station or of the warehouse, or where the run goes') area!: string;
  @Moment('The instant at which it does not fit') at!: string;
  @Many(Id('An event that says so')) events!: string[];
  @Moment('When it was noticed, for the last time') noticed!: string;
  @Many(Explanation, { description: 'How people say that it came about, since it was noticed; the latest first' }) explanations!: Explanation[];
}

interface Standing {
  readonly what: string;
  readonly about: string;
  readonly area: string;
  readonly at: number;
  readonly events: string;
  readonly noticed: number;
  readonly explanations: string;
}

type Times = Required<BothTimes>;

/** Noticed by then and not settled by then, as far as was known. What settles one is a later fact: an explanation does not. */
const stood = ({ at, knownAt }: Times) => sql<boolean>`s.noticed <= ${at} and s.known_from <= ${knownAt}
  and not (s.settled is not null and s.settled <= ${at} and s.settled_known <= ${knownAt})`;

/** Runs past the time that they had then, of which that was noticed. */
function overdue(area: string, times: Times): RawBuilder<Standing> {
  const { at, knownAt } = times;
  const lastOf = (types: readonly string[], column: 'event' | 'at') =>
    sql`(select m.${sql.ref(column)} from movement m where m.dispatch = d.dispatch and m.box is null and m.at <= ${at} and m.known_from <= ${knownAt}
      and m.type in (${sql.join(types.map((type) => sql.lit(type)))}) order by m.at desc, m.revision desc limit 1)`;
  return sql`
    select 'dispatch-overdue' as what, json_array(d.dispatch) as about, d.destination as area, d.until as at,
        json_array(${lastOf([dispatchPlanned.type, delayReported.type], 'event')}, ${lastOf([dispatchOverdueNoticed.type], 'event')}) as events,
        ${lastOf([dispatchOverdueNoticed.type], 'at')} as noticed, '[]' as explanations
      from (select d.dispatch, d.destination, coalesce((select y.due from delay y where y.dispatch = d.dispatch and y.at <= ${at}
          and y.known_from <= ${knownAt} order by y.at desc, y.revision desc limit 1), d.due) as until
        from dispatch d where ${within('d.destination', area)} and d.overdue_noticed is not null) d
      where exists (select 1 from movement m where m.dispatch = d.dispatch and m.box is null and m.type = ${sql.lit(dispatchOverdueNoticed.type)}
          and m.at <= ${at} and m.known_from <= ${knownAt} and json_extract(m.detail, '$.due') = d.until)
        and not exists (select 1 from run_place r where r.subject = d.dispatch and r.status = 'arrived' and ${holds('r', times)})`;
}

export const standingContradictions = query(StandingContradictions)({
  name: 'logistics.standing-contradictions',
  summary:
    'What does not fit in an area and was noticed, with the events that say so and how people explain it, the latest first; what later facts have settled is not among it.',
  roles: readers,
  scope: ({ area }) => ({ area }),
  from: [noticed, dispatches, movements],
  answers: [StandingContradiction],
  find: ({ area, explained, at, knownAt = latest }, _, { now }) => {
    const times = { at: at ?? now, knownAt };
    return sql<Standing>`
      select * from (
        select s.what, s.about, s.area, s.at, s.events, s.noticed, ${explanationsOf('box_doubt_explained', times)} as explanations
          from box_doubt_stood s where ${within('s.area', area)} and ${stood(times)}
        union all ${overdue(area, times)}
      ) where ${whetherExplained(explained)}`;
  },
  page: { by: [['at', 'desc'], 'what', 'about'] },
  present: (rows) =>
    rows.map(({ what: said, about, area, at, events, noticed: noticedAt, explanations: told }): StandingContradiction => {
      const what = standingKinds.find((kind) => kind === said);
      if (!what) throw new TypeError(`"${said}" is nothing that can stand.`);
      return {
        what,
        about: [...codes(about)],
        area,
        at: moment(at),
        events: [...codes(events)],
        noticed: moment(noticedAt),
        explanations: explanationsIn(told),
      };
    }),
  reveals: ['explanations.explanation'],
});
