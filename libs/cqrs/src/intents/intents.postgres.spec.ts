import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EventStoreUnavailable } from '#event-store';
import { makeDatabase, type TestDatabase } from '../../../../test/support/postgres/database.ts';
import { commandIntentsContract } from '../contract/intents.ts';
import { openPostgresIntents, type PostgresIntents } from './postgres-intents.ts';

let database: TestDatabase;
const nodes: PostgresIntents[] = [];
const node = async () => {
  const opened = await openPostgresIntents({ url: database.url });
  nodes.push(opened);
  return opened;
};
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(async () => {
  await Promise.all(nodes.map((each) => each.close()));
  await database.drop();
});

describe('intents in PostgreSQL', () => {
  commandIntentsContract(node);

  it('says that nothing was recorded while the database is away, and goes on when it is back', async () => {
    const away = await node();
    const intent = { command: 'c', user: 'u', digest: Uint8Array.from([1]), stream: 's', firstRevision: 0 };
    await database.admit(false);
    await expect(away.intend(intent)).rejects.toThrow(EventStoreUnavailable);
    await expect(away.intend(intent)).rejects.toThrow(/Nothing was recorded: PostgreSQL at .* is starting, stopping or under repair/);
    await database.admit(true);
    expect(await away.intend(intent)).toEqual(intent);
  });

  describe('that are older than they are kept', () => {
    const days = 86_400_000;
    const kept = async () =>
      (await database.sql<{ command: string }>('select command from saksi_commands.intent order by command')).map(({ command }) => command);
    /** So many intents, made so many days ago. */
    const made = async (name: string, count: number, daysAgo: number): Promise<readonly string[]> => {
      const commands = Array.from({ length: count }, (_, index) => `${name}-${String(index).padStart(4, '0')}`);
      const writer = await node();
      await Promise.all(commands.map((command) => writer.intend({ command, user: 'u', digest: Uint8Array.from([1]), stream: 's', firstRevision: 0 })));
      await database.sql(`update saksi_commands.intent set intended_at = now() - interval '${daysAgo} days' where command like '${name}-%'`);
      return commands;
    };
    beforeEach(async () => {
      await node();
      await database.sql('truncate saksi_commands.intent');
    });

    it('are forgotten, however many they are, and no others', async () => {
      await made('old', 1_234, 41);
      const young = await made('young', 20, 39);
      expect(await (await node()).prune(40 * days)).toBe(1_234);
      expect(await kept()).toEqual(young);
    });

    it('are passed over while somebody holds them, and nobody waits', async () => {
      const [held] = await made('old', 10, 41);
      const client = new Client({ connectionString: database.url });
      await client.connect();
      await client.query('begin');
      await client.query('select from saksi_commands.intent where command = $1 for update', [held]);
      expect(await (await node()).prune(40 * days)).toBe(9);
      expect(await kept()).toEqual([held]);
      await client.query('rollback');
      await client.end();
      expect(await (await node()).prune(40 * days)).toBe(1);
    });

    it('are forgotten once by several nodes at the same time', async () => {
      await made('old', 900, 41);
      const pruned = await Promise.all([await node(), await node(), await node()].map((each) => each.prune(40 * days)));
      expect(pruned.reduce((sum, count) => sum + count)).toBe(900);
      expect(await kept()).toEqual([]);
    });

    it('go by themselves on a node that is told for how long to keep them', async () => {
      const young = await made('young', 3, 39);
      await made('old', 3, 41);
      nodes.push(await openPostgresIntents({ url: database.url, keptFor: 40 * days, pruneEvery: 20 }));
      while ((await kept()).length > 3) await pause(10);
      expect(await kept()).toEqual(young);
    });
  });
});
