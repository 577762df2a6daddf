import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { naturalId } from '#kernel';
import { makeDatabase, type TestDatabase } from '../support/postgres/database.ts';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, setStage } from '../support/server/stage.ts';
import { expectRefusal, saksi } from './cli-process.ts';

/** The names of those inside, as the API tells them to the guard. */
async function insideOf(url: string): Promise<string> {
  const api = new Api(url);
  try {
    const signedIn = await api.ask('/api/identity/sign-in', undefined, { method: 'POST', body: { login: 'stage-guard', passphrase, via: 'program' } });
    if (signedIn.status !== 200) return `${signedIn.status} ${signedIn.body}`;
    const { token } = JSON.parse(signedIn.body) as { token: string };
    const { status, body } = await api.ask(`/api/access/who-is-inside?post=${naturalId('stage-post', 'Kemelak')}`, token);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  } finally {
    await api.close();
  }
}

describe('a Saksi whose vault and accounts are in PostgreSQL', () => {
  const { folder: all, remove } = temporaryFolder();
  let database: TestDatabase;
  const servers: Server[] = [];
  const settings = () => ({ SAKSI_VAULT_URL: database.url });

  beforeAll(async () => {
    database = await makeDatabase();
  });
  afterAll(async () => {
    for (const server of servers) await server.kill();
    await database.drop();
    remove();
  });

  it('is the same product: the demonstration is recorded and checked on it', async () => {
    const demo = await makeDatabase();
    const { code, out, err } = await saksi(['demo', '--check', '--districts', 'Muara Jaya, Ulu Ogan'], {
      data: join(all, 'demo'),
      settings: { SAKSI_VAULT_URL: demo.url },
    });
    expect([code, out, err]).toEqual([0, expect.stringContaining('demo check passed'), '']);
    const kept = await demo.sql<{ count: string }>('select count(*) from saksi_vault.disclosure union all select count(*) from saksi_identity.credential');
    for (const { count } of kept) expect(Number(count)).toBeGreaterThan(0);
    await demo.drop();
  });

  it('takes over what was kept on one machine: values, keys, passphrases', async () => {
    const [data, backup, moved] = ['data', 'backup', 'moved'].map((name) => join(all, name)) as [string, string, string];
    mkdirSync(data, { mode: 0o700 });
    const stage = await setStage(data, { withPassphrases: ['guard'] });
    const server = await Server.start({ folder: data });
    const api = new Api(await server.url());
    const visit = { visit: naturalId('move', 'visit'), guest: naturalId('move', 'guest'), post: stage.posts[0]?.post };
    const tell = async (name: string, more: object) => {
      const told = await api.command(`access.${name}`, stage.people.guard.token, naturalId('move', name), { ...visit, ...more });
      expect([name, told.status]).toEqual([name, 201]);
    };
    await tell('report-guest', { name: { value: 'Tamu Pindah' }, identityType: 'none', purpose: { value: 'Segel.' }, minutesAllowed: 60 });
    await tell('admit-guest', { door: stage.posts[0]?.doors[0], badge: 'T-1' });
    await api.close();
    expect((await saksi(['backup', backup], { data })).code).toBe(0);
    await server.stop();

    const restored = await saksi(['restore', backup], { data: moved, settings: settings() });
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect(restored.out).toContain('The vault and the accounts are in PostgreSQL now.');
    expectRefusal(
      await saksi(['restore', backup], { data: join(all, 'again'), settings: settings() }),
      /There is a vault in the database of SAKSI_VAULT_URL already/,
    );
    expectRefusal(await saksi(['events'], { data: moved, settings: settings() }), /this node has no master key. Copy the key of another node/);
    copyFileSync(join(data, 'master.key'), join(moved, 'master.key'));

    const after = await Server.start({ folder: moved, settings: settings() });
    servers.push(after);
    const url = await after.url();
    expect(await insideOf(url)).toContain('Tamu Pindah');
    await database.admit(false);
    expect(await insideOf(url)).toMatch(/^503 /);
    await database.admit(true);
    while (/^503 /.test(await insideOf(url))) await pause(100);
    expect(await insideOf(url)).toContain('Tamu Pindah');
    expect(existsSync(join(moved, 'identity.db')) || existsSync(join(moved, 'vault', 'vault.db'))).toBe(false);
    const doctor = await saksi(['doctor', '--json'], { data: moved, settings: settings() });
    expect([doctor.code, doctor.out]).toEqual([0, expect.stringContaining('values of 1 persons open')]);

    const next = join(all, 'next');
    const backedUp = await saksi(['backup', next], { data: moved, settings: settings() });
    expect([backedUp.code, backedUp.out]).toEqual([0, expect.stringContaining('dump them now, after the log')]);
    expect(readdirSync(next).sort()).toEqual(['backup.json', 'log.db']);
    expect(JSON.parse(readFileSync(join(next, 'backup.json'), 'utf8'))).toMatchObject({ elsewhere: 'postgres', subjects: 1 });
    expect(await after.stop()).toBe(0);
  });

  it('does not start without its database, and says what to do', async () => {
    const away = (url: string) => saksi(['events'], { data: join(all, 'moved'), settings: { SAKSI_VAULT_URL: url } });
    const elsewhere = new URL(database.url);
    elsewhere.password = 'wrong-password';
    expectRefusal(await away(elsewhere.href), /does not accept the user saksi/);
    elsewhere.port = '1';
    expectRefusal(await away(elsewhere.href), /cannot be reached. Start it, or correct SAKSI_VAULT_URL/);
    expectRefusal(await away('mysql://x'), /SAKSI_VAULT_URL must be postgres:\/\/user:password@host:port\/database/);
  });
});
