import { Count, Flag, Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { query, lateness, moment, momentOrNull } from '#read-models';
import { sql } from 'kysely';
import { guestStates, musterReasons } from '../../domain/muster.ts';
import type { MusterReason } from '../../domain/muster.ts';
import { musters as mustersView } from '../../views/musters.projection.ts';
import type { MusteredTable } from '../../views/musters.projection.ts';
import { openMuster } from '../../views/open-muster.ts';
import { readers } from '../../views/readers.ts';
import { visits } from '../../views/visits.projection.ts';

export class Musters {
  @Id('The post') post!: string;
}

export class Mustered {
  @Id('The visit') visit!: string;
  @OrNull(Id('The guest')) guest!: string | null;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
  @Flag('Whether the log had the guest inside when the muster was declared') expected!: boolean;
  @Flag('Whether the guest had been found gone before, although nobody saw them go') exitNotObserved!: boolean;
  @OrNull(OneOf('How the guest is; null: nobody has accounted for them', guestStates)) state!: string | null;
  @OrNull(Words('Code of the place where the guest is')) place!: string | null;
  @OrNull(Moment('When the guest was accounted for')) accounted!: string | null;
  @OrNull(Id('Account of who says so')) by!: string | null;
  @Flag('Whether the guest was named as missing when the muster was closed') namedMissing!: boolean;
}

export class MusterFound {
  @Id('The muster') muster!: string;
  @OneOf('Why', musterReasons) reason!: MusterReason;
  @OrNull(Words('What was seen', { max: 2_000 })) note!: string | null;
  @Moment('When it was declared') declared!: string;
  @Id('Account of who declared it') declaredBy!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @OrNull(Moment('When it was closed; null: it is open')) closed!: string | null;
  @OrNull(Words('What remained to be said', { max: 2_000 })) closingNote!: string | null;
  @Count('How many nobody has accounted for') missing!: number;
  @Many(Mustered, { max: 1_000 }) people!: Mustered[];
}

type MusteredRow = Omit<MusteredTable, 'muster'> & { readonly guest: string | null; readonly name: string | null };

export const musters = query(Musters)({
  name: 'access.musters',
  summary: 'The musters of a post with everyone who was expected, found or missing; the latest first.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [mustersView, visits],
  answers: [MusterFound],
  find: ({ post }, db) =>
    db
      .selectFrom('muster')
      .select(['muster', 'reason', 'note', 'declared', 'declared_by', 'recorded', 'closed', 'closing_note'])
      .select(
        sql<string>`(select json_group_array(json_object('visit', m.visit, 'guest', v.guest, 'name', v.name, 'expected', m.expected, 'unobserved', m.unobserved,
            'state', m.state, 'place', m.place, 'accounted', m.accounted, 'accounted_by', m.accounted_by, 'named_missing', m.named_missing))
          from mustered m left join visit v on v.visit = m.visit where m.muster = muster.muster)`.as('people'),
      )
      .where('post', '=', post),
  page: { by: [['declared', 'desc'], 'muster'], size: 20, max: 50 },
  present: (rows) =>
    rows.map((row): MusterFound => {
      const people = (JSON.parse(row.people) as readonly MusteredRow[]).map(mustered);
      return {
        muster: row.muster,
        reason: row.reason,
        note: row.note,
        declared: moment(row.declared),
        declaredBy: row.declared_by,
        lateMs: lateness(row.declared, row.recorded),
        closed: momentOrNull(row.closed),
        closingNote: row.closing_note,
        missing: people.filter(({ expected, state }) => expected && state === null).length,
        people,
      };
    }),
  reveals: ['note', 'closingNote', 'people.name'],
  urgent: ({ post }) => openMuster(post),
});

const mustered = (row: MusteredRow): Mustered => ({
  visit: row.visit,
  guest: row.guest,
  name: row.name,
  expected: row.expected === 1,
  exitNotObserved: row.unobserved === 1,
  state: row.state,
  place: row.place,
  accounted: momentOrNull(row.accounted),
  by: row.accounted_by,
  namedMissing: row.named_missing === 1,
});
