import { Count, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import { formatWib } from '#kernel';
import { query } from '#read-models';
import { entries, entryStatuses, type EntryStatus } from '../../views/entries.projection.ts';
import { fieldsIn } from './fields-in.ts';
import { hindrancesIn, StoodAgainst } from './stood-against.ts';

export class MarkedEntries {
  @Optional(Id('The post they concern; absent: everywhere')) post?: string;
  @Optional(OneOf('Only those that stand like this', entryStatuses)) status?: EntryStatus;
}

export class SaidField {
  @Words('The field') field!: string;
  @OrNull(Words('What it says')) value!: string | null;
}

export class MarkedEntry {
  @Id('The entry: its command’s id') entry!: string;
  @Words('The command') command!: string;
  @OneOf('How it stands', entryStatuses) status!: EntryStatus;
  @Id('Whom it names as its author') author!: string;
  @OrNull(Id('The post it concerns')) post!: string | null;
  @OrNull(Id('The device')) device!: string | null;
  @OrNull(Count('Its number in the device’s sequence')) seq!: number | null;
  @Many(Words('What is wrong with it')) marks!: string[];
  @Words('When it happened, as said') occurredAt!: string;
  @Moment('When it happened, corrected by how far the clock is off') effective!: string;
  @Moment('When the log learnt of it') recorded!: string;
  @OrNull(Moment('What the device’s clock showed')) clock!: string | null;
  @OrNull(Count('How far that clock is behind the server’s, ms', { min: -Number.MAX_SAFE_INTEGER })) offsetMs!: number | null;
  @Many(SaidField, { description: 'What an entry says that is kept apart' }) said!: SaidField[];
  @Many(SaidField, { description: 'What it says of persons' }) saidOfPersons!: SaidField[];
  @OrNull(Words('What stands as a note instead')) note!: string | null;
  @OrNull(Words('Why it was dismissed or given up')) reason!: string | null;
  @OrNull(Words('What it was refused for')) problem!: string | null;
  @Many(StoodAgainst, { description: 'Why it was not carried out although it was accepted' }) hindrances!: readonly StoodAgainst[];
  @OrNull(Id('Who decided')) decidedBy!: string | null;
}

export const markedEntries = query(MarkedEntries)({
  name: 'identity.marked-entries',
  summary: 'Entries of phones with which something is wrong, those kept apart, and those that were given up; the latest first.',
  roles: ['squad-leader', 'commander', 'investigator', 'supervisor', 'admin'],
  scope: ({ post }) => (post === undefined ? 'everywhere' : { post }),
  from: entries,
  answers: [MarkedEntry],
  find: ({ post, status }, db) =>
    db
      .selectFrom('entry')
      .selectAll()
      // What only came late, or in whose gap everything is explained, is right.
      .where((entry) => entry.or([entry('status', '!=', 'marked'), entry('marks', '!=', '[]')]))
      .$if(post !== undefined, (found) => found.where('post', '=', post ?? ''))
      .$if(status !== undefined, (found) => found.where('status', '=', status ?? 'marked')),
  page: { by: [['recorded', 'desc'], 'entry'] },
  reveals: ['note', 'saidOfPersons.value'],
  present: (rows) =>
    rows.map((row): MarkedEntry => ({
      entry: row.entry,
      command: row.command,
      status: row.status,
      author: row.author,
      post: row.post,
      device: row.device,
      seq: row.seq,
      marks: JSON.parse(row.marks) as string[],
      occurredAt: row.occurred_at,
      effective: formatWib(row.effective),
      recorded: formatWib(row.recorded),
      clock: row.clock === null ? null : formatWib(row.clock),
      offsetMs: row.offset,
      ...fieldsIn(row.body),
      note: row.note,
      reason: row.reason,
      problem: row.problem,
      hindrances: hindrancesIn(row.hindrances),
      decidedBy: row.decided_by,
    })),
});
