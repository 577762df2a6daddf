/**
 * What must stay out of a log that is never erased: hashes of secrets, sessions, attempts. Losing this file locks
 * everybody out until new codes are issued; it loses no evidence.
 */
/** What each version added to the one before. */
export const added: readonly string[] = [
  `
  create table credential (account text primary key, passphrase text, pin text) without rowid, strict;
  create table one_time_code (code text primary key, account text not null, purpose text not null, hash blob not null, until integer not null, used_at integer) without rowid, strict;
  create index one_time_code_account on one_time_code (account, purpose);
  create table session (
    hash text primary key, id text not null unique, account text not null, via text not null,
    created_at integer not null, seen_at integer not null, until integer not null
  ) without rowid, strict;
  create index session_account on session (account);
  create table attempt (id integer primary key, key text not null, at integer not null) strict;
  create index attempt_key on attempt (key, at);
  create table lock_out (key text primary key, until integer not null) without rowid, strict;
  create table device_entry (device text not null, seq integer not null, hash text not null, previous text, primary key (device, seq)) without rowid, strict;
  create table device_clock (device text primary key, offset integer not null) without rowid, strict;
`,
  'create table entry_to_mark (entry text primary key, marked text not null, since integer not null) without rowid, strict',
];

export const schemaVersion = added.length;
