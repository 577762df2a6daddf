import { sql, type ColumnType, type Generated, type Kysely, type Transaction } from 'kysely';
import type { Postgres, Steps } from '#postgres';
import type { Shelf } from '../search/segment.ts';

/**
 * The vault's tables in PostgreSQL, column for column those of vault.db, but for one thing: a person's wrapped key is a
 * row of its own. PostgreSQL writes a new copy of a row at every change, and `last_kept` changes often; so there is one
 * copy of a key, and erasing it leaves one dead row to be vacuumed.
 */
export interface Tables {
  readonly master: {
    readonly generation: number;
    readonly key_id: Buffer;
    readonly root: Buffer | null;
    readonly bridge: ColumnType<Buffer | null, Buffer | undefined, Buffer | null>;
    readonly since: number;
    readonly replaced: ColumnType<number | null, undefined, number>;
  };
  readonly subject: { readonly n: number; readonly subject: string; readonly last_kept: number };
  readonly subject_key: { readonly n: number; readonly generation: number; readonly wrapped: Buffer };
  readonly disclosure: {
    readonly n: number;
    readonly commitment: Buffer;
    readonly subject: number;
    readonly kind: number;
    readonly concerns: number;
    readonly at: number;
    readonly same: Buffer | null;
    readonly sealed: Buffer;
  };
  readonly concern: { readonly subject: number; readonly disclosure: number };
  readonly segment: {
    readonly n: number;
    readonly shelf: Shelf;
    readonly level: number;
    readonly first: number;
    readonly last: number;
    readonly entries: number;
    readonly generation: number;
    readonly wrapped: Buffer;
    readonly sealed: Buffer;
  };
  readonly hold: {
    readonly hold: string;
    readonly subject: string;
    readonly reason: string;
    readonly placed_by: string;
    readonly placed_at: number;
    readonly released_by: ColumnType<string | null, undefined, string>;
    readonly released_at: ColumnType<number | null, undefined, number>;
  };
  readonly erased: { readonly subject: string; readonly at: number; readonly done: boolean };
  readonly swept: { readonly one: Generated<number>; readonly through: number };
}

export type Database = Kysely<Tables>;
/** A transaction that has the vault for itself: see `alone`. */
export type Alone = Transaction<Tables>;
export type VaultPostgres = Postgres<Tables>;

/** Sealed bytes do not compress: stored as they are, whole ones beside the row. */
export const steps: Steps = {
  '0001-vault': async (db) => {
    await sql`
      create table master (generation int primary key, key_id bytea not null unique, root bytea, bridge bytea, since bigint not null, replaced bigint);
      create table subject (n int primary key, subject text collate "C" not null unique, last_kept bigint not null);
      create table subject_key (n int primary key references subject on delete cascade, generation int not null, wrapped bytea not null);
      create table disclosure (n int primary key, commitment bytea not null unique, subject int not null, kind smallint not null, concerns int not null,
        at bigint not null, same bytea, sealed bytea not null);
      alter table disclosure alter column sealed set storage external;
      create index disclosure_of_subject on disclosure (subject);
      create index disclosure_of_same on disclosure (same) where same is not null;
      create table concern (subject int not null, disclosure int not null, primary key (subject, disclosure));
      create index concern_of_disclosure on concern (disclosure);
      create table segment (n int primary key, shelf smallint not null, level int not null, first int not null, last int not null, entries int not null,
        generation int not null, wrapped bytea not null, sealed bytea not null);
      alter table segment alter column sealed set storage external;
      create index segment_by_level on segment (shelf, level, first);
      create index segment_by_end on segment (last);
      create table hold (hold text primary key, subject text not null, reason text not null, placed_by text not null, placed_at bigint not null,
        released_by text, released_at bigint);
      create index hold_of_subject on hold (subject) where released_at is null;
      create table erased (subject text primary key, at bigint not null, done boolean not null);
      create table swept (one int primary key default 1 check (one = 1), through int not null);
      insert into swept (through) values (0);
      create sequence subject_n as int;
      create sequence disclosure_n as int;
      create sequence segment_n as int;`.execute(db);
  },
};

const parts = ['subject', 'disclosure', 'segment'] as const;
export type Numbered = (typeof parts)[number];

/** The next numbers of one or more tables, in order; never given twice. One after the other when the vault is had alone. */
export async function numbers(db: Alone, count: Readonly<Record<Numbered, number>>): Promise<Readonly<Record<Numbered, readonly number[]>>> {
  const drawn = parts.map((part) => sql`array(select nextval(${`${part}_n`})::int from generate_series(1, ${count[part]}::int)) as ${sql.ref(part)}`);
  const { rows } = await sql<Record<Numbered, readonly number[]>>`select ${sql.join(drawn)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL gave no numbers.');
  return row;
}
