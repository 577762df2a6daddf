import { projection } from '#read-models';
import { sql } from 'kysely';
import { subjectsMerged } from '../domain/person.ts';

/** Persons who were found to be another: `person` is who all of them are, through however many merges. */
export interface AliasTable {
  subject: string;
  person: string;
}

export const persons = projection<{ alias: AliasTable }>({
  name: 'persons',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('alias')
      .addColumn('subject', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .modifyEnd(sql`without rowid`),
    schema.createIndex('alias_by_person').on('alias').column('person'),
  ],
}).on(subjectsMerged, (db, { subject, data }) => {
  const kept = db.selectFrom('alias').select('person').where('subject', '=', data.into);
  const into = sql<string>`coalesce(${kept}, ${data.into})`;
  // Two merges that race towards each other must not make a person an alias of themselves.
  return [
    sql`insert into alias (subject, person) select ${subject}, ${into} where ${into} <> ${subject} on conflict do nothing`,
    db.updateTable('alias').set({ person: into }).where('person', '=', subject).where('subject', '!=', into),
  ];
});

/** Every id under which the person is known: `in (…)`. */
export const everyIdOf = (subject: unknown) => sql<string>`(
  select ${subject} as id union select person from alias where subject = ${subject}
  union select subject from alias where person = coalesce((select person from alias where subject = ${subject}), ${subject})
)`;
