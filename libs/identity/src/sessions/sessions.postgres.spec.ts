import { setTimeout as pause } from 'node:timers/promises';
import { settableClock, type SettableClock } from '#kernel';
import { makeDatabase, type TestDatabase } from '../../../../test/support/postgres/database.ts';
import { IdentityUnavailable } from '../secrets/errors.ts';
import { openSecretsInPostgres } from '../secrets/postgres/open.ts';
import { openSessions, type Session, type SessionOptions, type SessionStore } from './sessions.ts';

const hour = 3_600_000;
const ani = '018c0000-0000-7000-8000-00000000000a';

let database: TestDatabase;
let clock: SettableClock;
let closing: (() => Promise<void>)[] = [];

/** A node that hears the others: its sessions, and who a request with a token would be. */
async function node(options: SessionOptions = {}): Promise<SessionStore & { who(token: string): Promise<Session | undefined> }> {
  const secrets = await openSecretsInPostgres({ url: database.url });
  const sessions = await openSessions(secrets, clock, options);
  closing.push(async () => {
    await sessions.close().catch(() => undefined);
    await secrets.close();
  });
  while ((secrets.others?.doubt() ?? 0) > 0) await pause(5);
  return {
    ...sessions,
    who: async (token) => {
      await sessions.confirm?.(token);
      return sessions.resolve(token);
    },
  };
}
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(5);
};

beforeAll(async () => {
  database = await makeDatabase();
});
beforeEach(() => {
  clock = settableClock(1_700_000_000_000);
});
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
  await database.sql('drop schema if exists saksi_identity cascade');
});
afterAll(() => database.drop());

describe('sessions of several nodes', () => {
  it('hold on every node at once, opened on any', async () => {
    const [one, two] = [await node(), await node()];
    const { token, session } = await one.open(ani, 'browser');
    expect(await two.who(token)).toMatchObject({ id: session.id, user: ani });
    expect(await (await node()).who(token)).toMatchObject({ id: session.id });
    expect(await two.who('A'.repeat(43))).toBeUndefined();
  });

  it('end on every node, and what is open there is told', async () => {
    const [one, two] = [await node(), await node()];
    const opened = await Promise.all([one.open(ani, 'browser'), two.open(ani, 'browser'), one.open(ani, 'program')]);
    for (const { token } of opened) for (const each of [one, two]) expect(await each.who(token)).toBeDefined();
    const told: string[] = [];
    two.onEnded((id) => told.push(id));
    await one.end(opened[0].session.id);
    await until(async () => (await two.who(opened[0].token)) === undefined);
    await one.endAll(ani);
    await until(async () => (await two.who(opened[1].token)) === undefined && (await two.who(opened[2].token)) === undefined);
    expect(new Set(told)).toEqual(new Set(opened.map(({ session }) => session.id)));
    for (const { token } of opened) expect(await one.who(token)).toBeUndefined();
  });

  it('are used on one node and do not end for idleness on another', async () => {
    const [one, two] = [await node(), await node()];
    const { token } = await one.open(ani, 'browser');
    expect(await two.who(token)).toBeDefined();
    for (let used = 0; used < 3; used++) {
      clock.set(clock.now() + 8 * hour);
      expect(await one.who(token)).toBeDefined();
      await until(async () => (await database.sql<{ seen_at: string }>('select seen_at from saksi_identity.session'))[0]?.seen_at === String(clock.now()));
    }
    expect(await two.who(token)).toBeDefined();
  });

  it('that ended while a node heard nothing are not believed there', async () => {
    const one = await node();
    const { token } = await one.open(ani, 'browser');
    const deaf = await node({ unconfirmed: 0 });
    expect(await deaf.who(token)).toBeDefined();
    await database.admit(false);
    await until(() => deaf.resolve(token) === undefined);
    await expect(deaf.who(token)).rejects.toThrow(IdentityUnavailable);
    await database.admit(true);
    await one.end((await one.who(token))?.id ?? '');
    await until(async () => (await deaf.who(token).catch(() => 'away')) === undefined);
  });

  it('go on for as long as it was said while the database is away', async () => {
    const one = await node({ unconfirmed: 60_000 });
    const { token } = await one.open(ani, 'browser');
    await database.admit(false);
    await expect(one.open(ani, 'browser')).rejects.toThrow(IdentityUnavailable);
    expect(await one.who(token)).toBeDefined();
    await database.admit(true);
    await until(() =>
      one.open(ani, 'browser').then(
        () => true,
        () => false,
      ),
    );
  });
});
