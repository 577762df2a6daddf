import { Kysely, PostgresDialect, sql } from 'kysely';
import { PostgresUnusable } from './errors.ts';
import { unfitness, type Found } from './fitness.ts';
import { follow, type Following, type FollowOptions } from './following.ts';
import { placeOf, type Place } from './place.ts';

/** How long a statement may run, and a connection may take to open, ms: beyond, whoever asked hears that it cannot be done now. */
const patience = { statement: 10_000, connect: 3_000 } as const;

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with libpq's sslmode and sslrootcert. */
  readonly url: string;
  /** The schema whose tables this is about; made by `migrate`. */
  readonly schema: string;
  /** Connections at once. */
  readonly connections: number;
}

/** One schema of a database, for one part of Saksi. */
export interface Postgres<Tables> {
  readonly db: Kysely<Tables>;
  readonly place: Place;
  readonly schema: string;
  /** Hears what any node says on the channel, and when it may have missed something. */
  follow(options: FollowOptions): Following;
  /** Runs one statement outside of every transaction, without a limit of time: VACUUM. */
  maintain(statement: string): Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * What every connection promises, whatever the database's own defaults are: a commit that is answered is on the disk, and
 * a node that vanishes in the middle of a transaction lets go of what it locked.
 */
const promises = (schema: string) => sql`
  select set_config('search_path', ${schema}, false),
    set_config('synchronous_commit', case when current_setting('synchronous_commit') in ('off', 'local') then 'on' else current_setting('synchronous_commit') end, false),
    set_config('lock_timeout', ${String(patience.statement * 0.8)}, false),
    set_config('statement_timeout', ${String(patience.statement)}, false),
    set_config('idle_in_transaction_session_timeout', ${String(patience.statement)}, false)`;

/**
 * Opens a database; nothing is made yet.
 * @throws PostgresUnusable with a sentence a person can act on
 */
export async function openPostgres<Tables>({ url, schema, connections }: PostgresOptions): Promise<Postgres<Tables>> {
  const place = placeOf(url);
  // Loaded only here: who keeps everything in files does not pay for it.
  const { default: pg } = await import('pg');
  const connection = { connectionString: url, application_name: 'saksi', connectionTimeoutMillis: patience.connect, keepAlive: true };
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    query_timeout: patience.statement * 1.5,
    // What is asked for together goes out together.
    pipeline: true,
    // Counts and instants (ms) are far below 2^53.
    types: { getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown)) },
  });
  // A connection that breaks is replaced when it is needed; whoever was using it hears of it by its own query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (made) => {
        await made.executeQuery(promises(schema).compile(db));
      },
    }),
  });
  const newClient = () => new pg.Client(connection);
  try {
    await refuseUnfit(db as Kysely<unknown>, place);
  } catch (error) {
    await db.destroy();
    throw PostgresUnusable.from(error, place);
  }
  return {
    db,
    place,
    schema,
    follow: (options) => follow(newClient, options),
    maintain: async (statement) => {
      const client = newClient();
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query(`set search_path = ${pg.escapeIdentifier(schema)}`);
        await client.query(statement);
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    close: () => db.destroy(),
  };
}

async function refuseUnfit(db: Kysely<unknown>, place: Place): Promise<void> {
  const asked = sql<Found>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`;
  const { rows } = await asked.execute(db);
  const unfit = unfitness(rows[0] ?? { version: 0, encoding: '', standby: false }, place);
  if (unfit !== undefined) throw new PostgresUnusable(unfit);
}
