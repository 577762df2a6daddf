/** The tables that every file has beside the projections' own. */
export const ownTables = [
  `create table saksi_checkpoint (
     one integer primary key check (one = 1), version text not null, position integer not null,
     last_position integer not null, last_id text not null, known_from integer not null, events integer not null
   ) strict`,
  `create table saksi_parked (
     projection text not null, position integer not null, stream text not null, revision integer not null, id text not null, type text not null, error text,
     primary key (projection, position)
   ) strict, without rowid`,
] as const;

export interface CheckpointRow {
  readonly version: string;
  readonly position: bigint;
  readonly last_position: bigint;
  readonly last_id: string;
  readonly known_from: bigint;
  readonly events: bigint;
}
