import { sql } from 'kysely';
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
  };
}
type Row = Tables['intent'];

const steps: Steps = {
  '0001-intents': async (db) => {
    await sql`create table intent (command text primary key, "user" text not null, digest bytea not null, stream text not null, first_revision bigint not null)`.execute(
      db,
    );
  },
};

const together = 500;

interface Waiting {
  readonly intent: CommandIntent;
  readonly resolve: (standing: CommandIntent) => void;
  readonly reject: (error: unknown) => void;
}

/** Intents in PostgreSQL; what waits while a commit is under way is written with the next one. */
export interface PostgresIntents extends CommandIntents {
  close(): Promise<void>;
}

/** @throws PostgresUnusable, NoPostgresUrl with a sentence a person can act on */
export async function openPostgresIntents({ url }: { readonly url: string }): Promise<PostgresIntents> {
  const postgres = await openPostgres<Tables>({ url, schema: 'saksi_commands', connections: 3 });
  try {
    await migrate(postgres, steps);
  } catch (error) {
    await postgres.close();
    throw error;
  }
  return new Intents(postgres);
}

class Intents implements PostgresIntents {
  readonly #postgres: Postgres<Tables>;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

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

  async close(): Promise<void> {
    await this.#writing;
    await this.#postgres.close();
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
      throw failure ? new EventStoreUnavailable(`Nothing was recorded: ${failure.why}`, { cause: error, retryAfter: failure.retryAfter }) : error;
    }
  }
}

const rowOf = ({ firstRevision, ...intent }: CommandIntent): Row => ({ ...intent, first_revision: firstRevision });
const intentOf = ({ first_revision: firstRevision, digest, ...row }: Row): CommandIntent => ({ ...row, digest: Uint8Array.from(digest), firstRevision });

function found(standing: ReadonlyMap<string, CommandIntent>, command: string): CommandIntent {
  const intent = standing.get(command);
  if (!intent) throw new Error(`The intent of command ${command} was written, and is not there.`);
  return intent;
}
