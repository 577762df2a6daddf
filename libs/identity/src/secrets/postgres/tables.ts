import { sql, type Generated, type Kysely, type Transaction } from 'kysely';
import type { Steps } from '#postgres';

/** What identity.db holds, for several nodes. */
export interface Tables {
  readonly credential: { readonly account: string; readonly passphrase: string | null; readonly pin: string | null };
  readonly one_time_code: {
    readonly code: string;
    readonly account: string;
    readonly purpose: string;
    readonly hash: Uint8Array;
    readonly until: number;
    readonly used_at: number | null;
  };
  readonly session: {
    readonly hash: string;
    readonly id: string;
    readonly account: string;
    readonly via: 'browser' | 'program';
    readonly created_at: number;
    readonly seen_at: number;
    readonly until: number;
  };
  readonly attempt: { readonly id: Generated<number>; readonly key: string; readonly at: number };
  readonly lock_out: { readonly key: string; readonly until: number };
  readonly device_entry: { readonly device: string; readonly seq: number; readonly hash: string; readonly previous: string | null };
  readonly device_clock: { readonly device: string; readonly offset: number };
  readonly entry_to_mark: { readonly entry: string; readonly marked: string; readonly since: number };
}

export type Database = Kysely<Tables>;
type InTransaction = Transaction<Tables>;

export const steps: Steps = {
  '0001-secrets': async (db) => {
    await sql`
      create table credential (account text primary key, passphrase text, pin text);
      create table one_time_code (code text primary key, account text not null, purpose text not null, hash bytea not null, until bigint not null, used_at bigint);
      create index one_time_code_account on one_time_code (account, purpose);
      create table session (hash text primary key, id text not null unique, account text not null, via text not null,
        created_at bigint not null, seen_at bigint not null, until bigint not null);
      create index session_account on session (account);
      create table attempt (id bigint generated always as identity primary key, key text not null, at bigint not null);
      create index attempt_key on attempt (key, at);
      create table lock_out (key text primary key, until bigint not null);
      create table device_entry (device text not null, seq bigint not null, hash text not null, previous text, primary key (device, seq));
      create table device_clock (device text primary key, "offset" bigint not null);`.execute(db);
  },
  '0002-entries-to-mark': async (db) => {
    await sql`create table entry_to_mark (entry text primary key, marked text not null, since bigint not null)`.execute(db);
  },
};

/** A transaction in which nobody else, on any node, works on one of these keys. Locked in one order, so that nobody waits in a circle. */
export const locking = <Result>(db: Database, keys: readonly string[], work: (transaction: InTransaction) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (transaction) => {
    for (const key of [...new Set(keys)].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${`saksi.identity:${key}`}, 0))`.execute(transaction);
    return work(transaction);
  });
