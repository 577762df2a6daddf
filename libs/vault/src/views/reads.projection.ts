import { projection } from '#read-models';
import { sql } from 'kysely';
import { personalDataRead } from '../domain/read-log.ts';

export interface ReadTable {
  stream: string;
  revision: number;
  reader: string;
  role: string;
  post: string | null;
  view: string;
  minute: number;
  times: number;
  /** JSON list of subjects. */
  subjects: string;
}

/** Who read personal data of whom: one row for each reader, view and minute. */
export const reads = projection<{ read: ReadTable }>({
  name: 'reads',
  context: 'vault',
  create: (schema) => [
    schema
      .createTable('read')
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('reader', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('post', 'text')
      .addColumn('view', 'text', (c) => c.notNull())
      .addColumn('minute', 'integer', (c) => c.notNull())
      .addColumn('times', 'integer', (c) => c.notNull())
      .addColumn('subjects', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('read_key', ['stream', 'revision'])
      .modifyEnd(sql`strict, without rowid`),
    schema.createIndex('read_by_minute').on('read').columns(['minute', 'stream', 'revision']),
  ],
}).on(personalDataRead, (db, { stream, revision, data }) =>
  db.insertInto('read').values({
    stream,
    revision,
    reader: data.reader,
    role: data.role,
    post: data.post,
    view: data.view,
    minute: data.minute,
    times: data.times,
    subjects: sql<string>`${data.subjects}`,
  }),
);
