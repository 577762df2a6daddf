import { Flag, Id, Many, Moment, OrNull } from '#http';
import { query, forever, codes, moment, momentOrNull } from '#read-models';
import { sql } from 'kysely';
import { readers } from '../../views/readers.ts';
import { shifts as shiftsView } from '../../views/shifts.projection.ts';

export class Shifts {
  @Id('The post') post!: string;
}

export class ShiftFound {
  @Id('The shift') shift!: string;
  @Moment('When it started') started!: string;
  @OrNull(Moment('When it ended; null: it runs')) ended!: string | null;
  @Flag('Whether it runs') running!: boolean;
  @Many(Id('Account of a guard of its last turn')) guards!: string[];
}

export const shifts = query(Shifts)({
  name: 'access.shifts',
  summary: 'The shifts of a post, the latest first.',
  roles: [...readers, 'dispatcher'],
  scope: ({ post }) => ({ post }),
  from: shiftsView,
  answers: [ShiftFound],
  find: ({ post }, db) =>
    db
      .selectFrom('turn')
      .select((eb) => [
        'turn.shift',
        eb.fn.min('turn.at').as('started'),
        sql<number | null>`max(iif(turn.running = 0 and turn.until = ${sql.lit(forever)}, turn.at, null))`.as('ended'),
        sql<string | null>`(select g.guards from turn g where g.shift = turn.shift and g.running = 1 order by g.at desc, g.revision desc limit 1)`.as('guards'),
      ])
      .where('turn.post', '=', post)
      .groupBy('turn.shift'),
  page: { by: [['started', 'desc'], 'shift'] },
  present: (rows) =>
    rows.map(({ shift, started, ended, guards }): ShiftFound => ({
      shift,
      started: moment(started),
      ended: momentOrNull(ended),
      running: ended === null,
      guards: codes(guards),
    })),
});
