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
});
