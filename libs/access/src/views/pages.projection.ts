import { projection } from '#read-models';
import { pageTranscribed } from '../domain/paper-page.ts';

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

export const pages = projection<{ page: PageTable }>({
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
  ],
}).on(pageTranscribed, (db, { subject, data, actor, recordedAt }) =>
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
);
