import { Flag, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import { query, forever, codes, moment, momentOrNull } from '#read-models';
import { sql } from 'kysely';
import { watchReasons } from '../../domain/watchlist.ts';
import type { WatchReason } from '../../domain/watchlist.ts';
import { everyIdOf, persons } from '../../views/persons.projection.ts';
import { readers } from '../../views/readers.ts';
import { watchlist as watchlistView } from '../../views/watchlist.projection.ts';

export class Watchlist {
  @Id('The post of whoever asks: the list is the same at every post') post!: string;
  @Optional(Flag('Also entries that were removed or have run out')) all?: boolean;
}

export class WatchlistFound {
  @Id('The entry') entry!: string;
  @Id('The post whose squad answers for it') post!: string;
  @Id('The person') person!: string;
  @Many(Id('The same person under another id')) alsoKnownAs!: string[];
  @OrNull(Words('Name', { max: 120 })) name!: string | null;
  @OrNull(Words('Number of an identity document', { max: 40 })) identityNumber!: string | null;
  @OneOf('Why to look twice', watchReasons) reason!: WatchReason;
  @OrNull(Words('What the guard should know', { max: 2_000 })) note!: string | null;
  @Moment('Since when it stands') added!: string;
  @Id('Account of who added it') addedBy!: string;
  @OrNull(Moment('Until when it stands; null: until it is removed')) until!: string | null;
  @OrNull(Moment('When it was removed')) removed!: string | null;
  @OrNull(Words('Why it was removed')) removalReason!: string | null;
  @Flag('Whether it stands now') standing!: boolean;
}

export const watchlist = query(Watchlist)({
  name: 'access.watchlist',
  summary: 'At whom guards are to look twice.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [watchlistView, persons],
  answers: [WatchlistFound],
  find: ({ all }, db, { now }) =>
    db
      .selectFrom('watch')
      .select(['entry', 'post', 'person', 'name', 'identity_number', 'note', 'reason', 'added', 'added_by', 'until', 'removed', 'removal_reason'])
      .select(
        sql<string>`(select json_group_array(id) from (select i.id from ${everyIdOf(sql.ref('watch.person'))} i where i.id <> watch.person order by 1))`.as(
          'also',
        ),
      )
      .$if(all !== true, (found) => found.where('removed', 'is', null).where('until', '>', now)),
  page: { by: [['added', 'desc'], 'entry'] },
  present: (rows, _, { now }) =>
    rows.map((row): WatchlistFound => ({
      entry: row.entry,
      post: row.post,
      person: row.person,
      alsoKnownAs: codes(row.also),
      name: row.name,
      identityNumber: row.identity_number,
      reason: row.reason,
      note: row.note,
      added: moment(row.added),
      addedBy: row.added_by,
      until: row.until === forever ? null : moment(row.until),
      removed: momentOrNull(row.removed),
      removalReason: row.removal_reason,
      standing: row.removed === null && row.until > now,
    })),
  reveals: ['name', 'identityNumber', 'note'],
});
