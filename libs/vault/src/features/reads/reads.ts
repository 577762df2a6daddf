import { Count, Id, Many, Moment, Optional, OrNull, Words } from '#http';
import { formatWib, type Instant } from '#kernel';
import { query } from '#read-models';
import { sql } from 'kysely';
import { reads as readsView } from '../../views/reads.projection.ts';

export class Reads {
  @Moment('From this minute') from!: Instant;
  @Moment('Up to before this minute') to!: Instant;
  @Optional(Words('Only by this account', { max: 100 })) reader?: string;
  @Optional(Id('Only those that showed this person')) subject?: string;
}

export class ReadFound {
  @Words('Account of the reader', { max: 100 }) reader!: string;
  @Words('In which role') role!: string;
  @OrNull(Id('At which post')) post!: string | null;
  @Words('Which view', { example: 'access.who-is-inside' }) view!: string;
  @Moment('In which minute') minute!: string;
  @Count('How often') times!: number;
  @Many(Id('A person whose data were shown'), { max: 500 }) subjects!: string[];
}

export const reads = query(Reads)({
  name: 'vault.reads',
  summary: 'Who read personal data of whom. Persons by id: nobody is named.',
  roles: ['supervisor', 'investigator'],
  scope: () => 'everywhere',
  from: readsView,
  answers: [ReadFound],
  find: ({ from, to, reader, subject }, db) =>
    db
      .selectFrom('read')
      .select(['stream', 'revision', 'reader', 'role', 'post', 'view', 'minute', 'times', 'subjects'])
      .where('minute', '>=', from)
      .where('minute', '<', to)
      .$if(reader !== undefined, (found) => found.where('reader', '=', reader ?? ''))
      .$if(subject !== undefined, (found) => found.where(sql<boolean>`exists (select 1 from json_each(read.subjects) where value = ${subject ?? ''})`)),
  page: { by: [['minute', 'desc'], 'stream', 'revision'] },
  present: (rows) =>
    rows.map(({ reader, role, post, view, minute, times, subjects }): ReadFound => ({
      reader,
      role,
      post,
      view,
      minute: formatWib(minute),
      times,
      subjects: idsIn(subjects),
    })),
});

function idsIn(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}
