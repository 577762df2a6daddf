import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresUnusable } from './errors.ts';
import { exclusively } from './exclusively.ts';
import { migrate, type Steps } from './migrating.ts';
import { openPostgres, type Postgres } from './open.ts';
import { NoPostgresUrl } from './place.ts';
import { makeDatabase, type TestDatabase } from '../../../test/support/postgres/database.ts';

interface Tables {
  thing: { name: string; at: number };
}

let database: TestDatabase;
const opened: Postgres<Tables>[] = [];
const open = async (url = database.url) => {
  const postgres = await openPostgres<Tables>({ url, schema: 'spec', connections: 4 });
  opened.push(postgres);
  return postgres;
};
const run =
  (text: string): Steps[string] =>
  async (db) => {
    await sql.raw(text).execute(db);
  };
const steps: Steps = { '0001-things': run('create table thing (name text primary key, at bigint not null)') };
const at = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

beforeAll(async () => {
  database = await makeDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});
afterAll(() => database.drop());

describe('opening', () => {
  it.each([
    ['a server that is not there', (url: URL) => (url.port = '1'), /cannot be reached. Start it, or correct SAKSI_VAULT_URL/],
    ['a wrong password', (url: URL) => (url.password = 'wrong-password'), /does not accept the user saksi/],
    ['an unknown user', (url: URL) => (url.username = 'nobody'), /does not accept the user nobody/],
    ['an unknown database', (url: URL) => (url.pathname = '/elsewhere'), /has no database "elsewhere". Make it: createdb/],
    ['TLS that the server does not have', (url: URL) => url.searchParams.set('sslmode', 'verify-full'), /do not agree on TLS/],
  ])('says what to do about %s', async (_, change, sentence) => {
    await expect(open(at(change))).rejects.toThrow(sentence);
    await expect(open(at(change))).rejects.toBeInstanceOf(PostgresUnusable);
    await expect(open(at(change))).rejects.not.toThrow(/wrong-password/);
  });

  it.each(['mysql://a:geheim@b/c', 'postgres://host/db', 'postgres://a:geheim@host', 'geheim'])('refuses the address %s without repeating it', async (url) => {
    await expect(open(url)).rejects.toThrow(NoPostgresUrl);
    await expect(open(url)).rejects.not.toThrow(/geheim/);
  });

  it('refuses an encoding that cannot hold every name', async () => {
    await database.sql(`create database latin_${process.pid} encoding 'LATIN1' locale 'C' template template0`);
    await expect(open(at((url) => (url.pathname = `/latin_${process.pid}`)))).rejects.toThrow(/has the encoding LATIN1/);
    await database.sql(`drop database latin_${process.pid} with (force)`);
  });

  it('commits durably, although the database would not', async () => {
    await database.sql(`alter role saksi set synchronous_commit = off`);
    const { db } = await open();
    expect((await sql<object>`show synchronous_commit`.execute(db)).rows).toEqual([{ synchronous_commit: 'on' }]);
    await database.sql(`alter role saksi reset synchronous_commit`);
  });
});

describe('migrating', () => {
  it('makes the tables once, whoever comes first', async () => {
    const nodes = await Promise.all([open(), open(), open()]);
    const [one, other] = nodes;
    await Promise.all(nodes.map((node) => migrate(node, steps)));
    await one.db.insertInto('thing').values({ name: 'one', at: 1_700_000_000_000 }).execute();
    expect(await other.db.selectFrom('thing').selectAll().execute()).toEqual([{ name: 'one', at: 1_700_000_000_000 }]);
  });

  it('refuses what a newer Saksi made', async () => {
    await migrate(await open(), { ...steps, '0002-more': run('create table more (n int)') });
    await expect(migrate(await open(), steps)).rejects.toThrow(/made by a newer Saksi \(it knows "0002-more"/);
  });

  it('leaves nothing behind when a step fails', async () => {
    const more: Steps = { '0002-more': async () => undefined, '0003-broken': run('create table thing (n int)') };
    await expect(migrate(await open(), { ...steps, ...more })).rejects.toThrow();
    await migrate(await open(), { ...steps, '0002-more': async () => undefined });
  });
});

describe('what is done exclusively', () => {
  it('is done by one node at a time', async () => {
    const nodes = await Promise.all([open(), open()]);
    let inside = 0;
    let most = 0;
    const work = (node: Postgres<Tables>) =>
      exclusively(node.db, 'spec', async (transaction) => {
        most = Math.max(most, (inside += 1));
        await sql`select pg_sleep(0.01)`.execute(transaction);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 12 }, (_, n) => work(nodes[n % 2]!)));
    expect(most).toBe(1);
  });
});

describe('following', () => {
  it('hears what others committed, and connects again when the connection is lost', async () => {
    const node = await open();
    const heard: string[] = [];
    let connections = 0;
    const connected = async () => {
      connections += 1;
    };
    const following = node.follow({ channel: 'spec', heard: (payload) => heard.push(payload), connected, beat: 50 });
    const until = async (holds: () => boolean) => {
      while (!holds()) await pause(5);
    };
    await until(() => following.doubtSince === undefined);
    await sql`select pg_notify('spec', 'hello')`.execute(node.db);
    await until(() => heard.length === 1);
    await database.sql(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'select 1' and pid <> pg_backend_pid()`);
    await until(() => connections === 2 && following.doubtSince === undefined);
    await sql`select pg_notify('spec', 'again')`.execute(node.db);
    await until(() => heard.length === 2);
    expect(heard).toEqual(['hello', 'again']);
    await following.close();
  });
});
