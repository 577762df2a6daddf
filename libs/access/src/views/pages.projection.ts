import { projection } from '#read-models';
import { sql } from 'kysely';
import { entryCommandId, pageTranscribed } from '../domain/paper-page.ts';
import { exitNotObserved, guestAdmitted, guestLeft, guestRefused, guestReported } from '../domain/visit.events.ts';

export interface PageTable {
  page: string;
  post: string;
  photo: string;
  kept_by: string;
  transcribed_by: string;
  begins: number;
  ends: number;
  recorded: number;
}

/** A line of a page that has not become testimony yet. */
export interface OpenLineTable {
  page: string;
  line: number;
  /** Of the command that it becomes. */
  command: string;
  post: string;
  kept_by: string;
  /** JSON of the line; personal values are commitments. */
  entry: string;
  /** Of the event that holds the page. */
  event: string;
  known_from: number;
}

export const pages = projection<{ page: PageTable; open_line: OpenLineTable }>({
  name: 'pages',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('page')
      .addColumn('page', 'text', (c) => c.primaryKey())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('photo', 'text', (c) => c.notNull())
      .addColumn('kept_by', 'text', (c) => c.notNull())
      .addColumn('transcribed_by', 'text', (c) => c.notNull())
      .addColumn('begins', 'integer', (c) => c.notNull())
      .addColumn('ends', 'integer', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull()),
    schema.createIndex('page_by_photo').on('page').column('photo'),
    schema
      .createTable('open_line')
      .addColumn('page', 'text', (c) => c.notNull())
      .addColumn('line', 'integer', (c) => c.notNull())
      .addColumn('command', 'text', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('kept_by', 'text', (c) => c.notNull())
      .addColumn('entry', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('open_line_key', ['page', 'line'])
      .modifyEnd(sql`without rowid`),
    schema.createIndex('open_line_by_command').on('open_line').column('command'),
  ],
})
  .on(pageTranscribed, {
    derive: ({ stream, data: { entries } }) => ({
      lines: JSON.stringify(entries.map((entry, line) => ({ entry, command: entryCommandId(stream.slice(-36), line) }))),
    }),
    step: (db, { id, subject, data, actor, recordedAt, knownFrom }, { lines }) => [
      db
        .insertInto('page')
        .values({
          page: subject,
          post: data.post,
          photo: data.photo,
          kept_by: data.keptBy,
          transcribed_by: actor.user,
          begins: data.from,
          ends: data.until,
          recorded: recordedAt,
        })
        .onConflict((conflict) => conflict.doNothing()),
      sql`insert into open_line (page, line, command, post, kept_by, entry, event, known_from)
        select ${subject}, key, value ->> 'command', ${data.post}, ${data.keptBy}, value -> 'entry', ${id}, ${knownFrom} from json_each(${lines}) where true on conflict do nothing`,
    ],
  })
  .on(guestReported, (db, { commandId }) => db.deleteFrom('open_line').where('command', '=', commandId))
  .on(guestAdmitted, (db, { commandId }) => db.deleteFrom('open_line').where('command', '=', commandId))
  .on(guestRefused, (db, { commandId }) => db.deleteFrom('open_line').where('command', '=', commandId))
  .on(guestLeft, (db, { commandId }) => db.deleteFrom('open_line').where('command', '=', commandId))
  .on(exitNotObserved, (db, { commandId }) => db.deleteFrom('open_line').where('command', '=', commandId));
