import { action, processManager } from '#processes';
import { forever } from '#read-models';
import { type RawBuilder, sql } from 'kysely';
import { noticeOverdueDispatch } from '../features/notice-overdue-dispatch/notice-overdue-dispatch.ts';
import { dispatches } from '../views/dispatches.projection.ts';

interface Overdue {
  readonly dispatch: string;
  readonly destination: string;
  readonly due: number;
}

/** Runs that have not arrived and have a time of which nobody has said yet that it passed. */
const going = (since: number, now: number): RawBuilder<unknown> => sql`
  from (select d.dispatch, d.destination, d.overdue_noticed,
      coalesce((select y.due from delay y where y.dispatch = d.dispatch and y.at <= ${now} order by y.at desc, y.revision desc limit 1), d.due) as due
    from dispatch d where d.planned is not null and d.known_from >= ${since}
      and not exists (select 1 from run_place r where r.subject = d.dispatch and r.status = 'arrived' and r.known_to = ${sql.lit(forever)}))
  where overdue_noticed is not due`;

/** A run that has not arrived by its time is noticed, once for each time it was given. */
export const noticeOverdueDispatches = processManager({
  name: 'notice-overdue-dispatches',
  from: dispatches,
  due: (_, { now, since }) => sql<Overdue>`select dispatch, destination, due ${going(since, now)} and due < ${now} order by due, dispatch`,
  // It is past its time from the millisecond after.
  nextDeadline: (_, { now, since }) => sql<{ due: number | null }>`select min(due) + 1 as due ${going(since, now)} and due >= ${now}`,
  act: ({ dispatch, destination, due }) => action({ key: `${dispatch} ${due}`, slice: noticeOverdueDispatch, asked: { dispatch, destination, due } }),
});
