import { Count, Id, Many, Moment, OrNull } from '#http';
import { query, forever, codes, moment, momentOrNull } from '#read-models';
import { type Expression, sql } from 'kysely';
import { Entry, entryOf } from '../../views/entry.ts';
import { staysAt } from '../../views/inside.ts';
import { journal } from '../../views/journal.projection.ts';
import { places } from '../../views/places.projection.ts';
import { presence } from '../../views/presence.projection.ts';
import { readers } from '../../views/readers.ts';
import { shifts } from '../../views/shifts.projection.ts';
import { visits } from '../../views/visits.projection.ts';

export class ShiftSheetOf {
  @Id('The post') post!: string;
  @Id('The shift') shift!: string;
}

export class Turn {
  @Moment('When these guards took over') from!: string;
  @OrNull(Moment('Until when; null: they are on duty')) until!: string | null;
  @Many(Id('Account of a guard')) guards!: string[];
}

export class ShiftSheet {
  @Id('The post') post!: string;
  @Id('The shift') shift!: string;
  @Moment('When it started') started!: string;
  @OrNull(Moment('When it ended; null: it runs')) ended!: string | null;
  @Many(Turn) turns!: Turn[];
  @Count('Guests inside when it started, by all that is known now') insideAtStart!: number;
  @Count('Guests inside when it ended, or now') insideAtEnd!: number;
  @Count('Entries of which the log learnt only after the shift had ended') afterwards!: number;
  @Many(Entry) entries!: Entry[];
}

/** One shift's report, never cut at midnight: everything that happened while it ran, whenever the log learnt of it. */
export const shiftSheet = query(ShiftSheetOf)({
  name: 'access.shift-sheet',
  summary: 'Everything of one shift, including what was told late.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [shifts, journal, visits, places, presence],
  answers: ShiftSheet,
  find: ({ post, shift }, db, { now }) => {
    const begins = sql<number>`(select min(at) from turn where shift = ${shift} and post = ${post})`;
    const ends = sql<number>`coalesce((select at from turn where shift = ${shift} and post = ${post} and running = 0 and until = ${sql.lit(forever)}), ${now})`;
    return {
      turns: db
        .selectFrom('turn')
        .select(['at', 'until', 'running', 'guards'])
        .where('shift', '=', shift)
        .where('post', '=', post)
        .orderBy('at')
        .orderBy('revision'),
      atStart: countAt(post, begins),
      atEnd: countAt(post, ends),
      entries: db
        .selectFrom('journal')
        .leftJoin('visit', 'visit.visit', 'journal.visit')
        .leftJoin('door', 'door.door', 'journal.door')
        .select([
          'journal.revision',
          'journal.type',
          'journal.at',
          'journal.recorded',
          'journal.visit',
          'journal.guest',
          'journal.door',
          'journal.badge',
          'journal.detail',
        ])
        .select(['journal.occurred_at', 'journal.user', 'journal.role', 'journal.sent_by', 'journal.voice', 'journal.method', 'journal.contradicts'])
        .select(['visit.name', 'door.code'])
        .where('journal.post', '=', post)
        .where('journal.at', '>=', begins)
        .where('journal.at', '<=', ends)
        .orderBy('journal.at')
        .orderBy('journal.stream')
        .orderBy('journal.revision'),
    };
  },
  present: ({ turns, atStart, atEnd, entries }, { post, shift }) => {
    const [first] = turns;
    const last = turns.at(-1);
    if (!first || !last) return undefined;
    const ended = last.running === 1 ? null : last.at;
    const told = entries.map((row) => entryOf(row, ended));
    return {
      post,
      shift,
      started: moment(first.at),
      ended: momentOrNull(ended),
      turns: turns
        .filter(({ running }) => running === 1)
        .map(({ at, until, guards }) => ({ from: moment(at), until: until === forever ? null : moment(until), guards: codes(guards) })),
      insideAtStart: atStart[0]?.guests ?? 0,
      insideAtEnd: atEnd[0]?.guests ?? 0,
      afterwards: told.filter(({ afterwards }) => afterwards).length,
      entries: told,
    };
  },
  reveals: ['entries.name', 'entries.note'],
});

const countAt = (post: string, at: Expression<number>) =>
  sql<{ guests: number }>`select count(*) as guests from ${staysAt({ post, at })} where inside.is_inner = 0 and inside.unobserved is null`;
