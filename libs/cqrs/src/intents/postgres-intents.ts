import { setTimeout as pause } from 'node:timers/promises';
import { sql, type Generated } from 'kysely';
import { EventStoreUnavailable } from '#event-store';
import { failureOf, migrate, onceMore, openPostgres, type Postgres, type Steps } from '#postgres';
import type { CommandIntent, CommandIntents } from './intents.ts';

interface Tables {
  readonly intent: {
    readonly command: string;
    readonly user: string;
    readonly digest: Uint8Array;
    readonly stream: string;
    readonly first_revision: number;
    readonly intended_at: Generated<Date>;
  };
}
type Row = Omit<Tables['intent'], 'intended_at'>;

const steps: Steps = {
  '0001-intents': async (db) => {
    await sql`create table intent (command text primary key, "user" text not null, digest bytea not null, stream text not null, first_revision bigint not null)`.execute(
      db,
    );
  },
  // The database's own clock, for all nodes; what stood there before is as old as this step.
  '0002-age': async (db) => {
    await sql`alter table intent add column intended_at timestamptz not null default now()`.execute(db);
    await sql`create index intent_intended_at on intent (intended_at)`.execute(db);
  },
};

const together = 500;
/** Between two prunings of so many rows, ms: commands come first. */
const betweenPrunings = 50;

interface Waiting {
  readonly intent: CommandIntent;
  readonly resolve: (standing: CommandIntent) => void;
  readonly reject: (error: unknown) => void;
}

export interface PostgresIntentsOptions {
  readonly url: string;
  /** How long a command's intent is kept, ms; absent: for ever. */
  readonly keptFor?: number;
  /** How often it is looked for what is older, ms. Default one hour. */
  readonly pruneEvery?: number;
}

/** Intents in PostgreSQL; what waits while a commit is under way is written with the next one. */
export interface PostgresIntents extends CommandIntents {
  /** Forgets intents that are older, a few at a time, and none that somebody holds; resolves to how many. */
  prune(keptFor: number): Promise<number>;
  close(): Promise<void>;
}

/** @throws PostgresUnusable, NoPostgresUrl with a sentence a person can act on */
export async function openPostgresIntents({ url, keptFor, pruneEvery = 3_600_000 }: PostgresIntentsOptions): Promise<PostgresIntents> {
  const postgres = await openPostgres<Tables>({ url, schema: 'saksi_commands', connections: 3 });
  try {
    await migrate(postgres, steps);
  } catch (error) {
    await postgres.close();
    throw error;
  }
  const intents = new Intents(postgres);
  if (keptFor !== undefined) intents.pruneAlways(keptFor, pruneEvery);
  return intents;
}

class Intents implements PostgresIntents {
  readonly #postgres: Postgres<Tables>;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #pruning: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(postgres: Postgres<Tables>) {
    this.#postgres = postgres;
  }

  intend(intent: CommandIntent): Promise<CommandIntent> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ intent, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async of(command: string): Promise<CommandIntent | undefined> {
    return (await this.#standing([command])).get(command);
  }

  /** Until it is closed. What fails is tried again with the next look: whoever asks something of the database says what is wrong. */
  pruneAlways(keptFor: number, every: number): void {
    const look = async (): Promise<void> => {
      while (!this.#closing.signal.aborted) {
        await this.prune(keptFor).catch(() => undefined);
        await pause(every, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
      }
    };
    this.#pruning = look();
  }

  async prune(keptFor: number): Promise<number> {
    for (let pruned = 0; ;) {
      const gone = await this.#pruneSome(keptFor);
      pruned += gone;
      if (gone < together || this.#closing.signal.aborted) return pruned;
      await pause(betweenPrunings, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#writing, this.#pruning]);
    await this.#postgres.close();
  }

  /** Rows that another node deletes, or anyone locks, are passed over. */
  #pruneSome(keptFor: number): Promise<number> {
    const { db } = this.#postgres;
    const old = db
      .selectFrom('intent')
      .select('command')
      .where('intended_at', '<', sql<Date>`now() - make_interval(secs => ${keptFor / 1_000})`)
      .orderBy('intended_at')
      .limit(together)
      .forUpdate()
      .skipLocked();
    return this.#asked(async () => Number((await db.deleteFrom('intent').where('command', 'in', old).executeTakeFirst()).numDeletedRows));
  }

  async #writeAll(): Promise<void> {
    // Whatever is asked in this turn of the event loop goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, together);
      try {
        const standing = await this.#write(group.map(({ intent }) => intent));
        for (const { intent, resolve } of group) resolve(found(standing, intent.command));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(intents: readonly CommandIntent[]): Promise<ReadonlyMap<string, CommandIntent>> {
    // In one order on every node, so that two writers of the same commands wait for each other and not in a circle.
    const rows = intents.map(rowOf).sort((one, other) => (one.command < other.command ? -1 : 1));
    const written = await this.#asked(() =>
      this.#postgres.db
        .insertInto('intent')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .execute(),
    );
    const fresh = written.map(intentOf);
    const known = new Set(fresh.map(({ command }) => command));
    const before = intents.map(({ command }) => command).filter((command) => !known.has(command));
    return new Map([...(await this.#standing(before)), ...fresh.map((intent) => [intent.command, intent] as const)]);
  }

  async #standing(commands: readonly string[]): Promise<ReadonlyMap<string, CommandIntent>> {
    if (commands.length === 0) return new Map();
    const rows = await this.#asked(() => this.#postgres.db.selectFrom('intent').selectAll().where('command', 'in', commands).execute());
    return new Map(rows.map((row) => [row.command, intentOf(row)]));
  }

  async #asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await onceMore(work);
    } catch (error) {
      const failure = failureOf(error, this.#postgres.place);
      throw failure ? new EventStoreUnavailable(`Nothing was recorded: ${failure.why}`, { ...failure, cause: error }) : error;
    }
  }
}

const rowOf = ({ firstRevision, ...intent }: CommandIntent): Row => ({ ...intent, first_revision: firstRevision });
const intentOf = ({ first_revision: firstRevision, digest, command, user, stream }: Row): CommandIntent => ({
  command,
  user,
  digest: Uint8Array.from(digest),
  stream,
  firstRevision,
});

function found(standing: ReadonlyMap<string, CommandIntent>, command: string): CommandIntent {
  const intent = standing.get(command);
  if (!intent) throw new Error(`The intent of command ${command} was written, and is not there.`);
  return intent;
}
