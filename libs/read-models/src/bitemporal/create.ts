import { sql } from 'kysely';
import type { Statement } from '../declare/kysely.ts';
import type { TimelineNames } from './names.ts';

/**
 * What was told, in the order of the subject's time, and the pieces that it adds up to. Both are kept in that order, so
 * that what surrounds an instant is found by one search however long the timeline is.
 */
export const createTables = ({ name, pieces, told, columns, by }: TimelineNames): readonly Statement[] => {
  const values = sql.join(
    columns.map(([column, type]) => sql`, ${sql.ref(column)} ${sql.raw(type)}`),
    sql``,
  );
  return [
    sql`create table ${told} (
      subject text not null, at integer not null, revision integer not null, origin integer not null, holds integer not null, void integer not null${values},
      primary key (subject, at, revision)) strict, without rowid`,
    sql`create table ${pieces} (
      subject text not null, effective_from integer not null, revision integer not null, piece integer not null, told integer not null,
      effective_to integer not null, known_from integer not null, known_to integer not null, span integer not null${values},
      primary key (subject, effective_from, revision, piece)) strict, without rowid`,
    sql`create index ${sql.id(`${name}_as_of`)} on ${pieces} (${sql.join([...by, 'span', 'effective_from'].map((column) => sql.ref(column)))})`,
  ];
};
