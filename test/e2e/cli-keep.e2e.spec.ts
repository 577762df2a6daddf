import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfiguration } from '#configuration';
import { toRecorded } from '#event-store';
import { naturalId } from '#kernel';
import { openSaksi } from '../../apps/api/src/index.ts';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { commitmentsIn, logOf, type LoggedEvent } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, setStage, type Stage } from '../support/server/stage.ts';
import { expectRefusal, operator, saksi, start } from './cli-process.ts';

/** Commitments of personal values in a log, by the person whom they are about. */
const aboutGuests = (events: readonly LoggedEvent[]): ReadonlyMap<string, readonly string[]> =>
  new Map(events.filter(({ type }) => type === 'access.guest-reported.v1').map(({ data }) => [String(data['guest']), commitmentsIn(data)]));

describe('saksi backup, restore, erase, key rotate', () => {
  const { folder: all, remove } = temporaryFolder();
  const data = join(all, 'data');
  const backup = join(all, 'backup');
  let stage: Stage;
  let server: Server;
  let api: Api;

  const ids = (count: number) => ({
    visit: naturalId('keep-visit', String(count)),
    guest: naturalId('keep-guest', String(count)),
    post: stage.posts[0]?.post ?? '',
  });
  const tell = async (name: string, count: number, more: object): Promise<void> => {
    const { status } = await api.command(`access.${name}`, stage.people.guard.token, naturalId(`keep-${name}`, String(count)), { ...ids(count), ...more });
    expect([name, status]).toEqual([name, 201]);
  };
  const report = (count: number) =>
    tell('report-guest', count, { name: { value: `Tamu ${count}` }, identityType: 'none', purpose: { value: `Segel ${count}.` }, minutesAllowed: 60 });
  const admit = (count: number) => tell('admit-guest', count, { door: stage.posts[0]?.doors[0], badge: `T-${count}` });

  /** A folder into which `backup` was restored and its key put back. */
  const restored = async (name: string, prepare: (folder: string) => void = () => undefined): Promise<string> => {
    const folder = join(all, name);
    prepare(folder);
    const { code, err } = await saksi(['restore', backup], { data: folder });
    expect([code, err]).toEqual([0, '']);
    copyFileSync(join(all, 'master.key'), join(folder, 'master.key'));
    return folder;
  };

  beforeAll(async () => {
    mkdirSync(data, { mode: 0o700 });
    stage = await setStage(data, { withPassphrases: ['guard'] });
    server = await Server.start({ folder: data });
    api = new Api(await server.url());
    for (const count of [0, 1, 2]) {
      await report(count);
      await admit(count);
    }
  }, 300_000);
  afterAll(async () => {
    await api.close();
    await server.stop();
    remove();
  });

  it('backs up while commands are written: what the copied log points to is in the copied vault', async () => {
    const enough = new AbortController();
    let count = 100;
    const writer = (async () => {
      for (; !enough.signal.aborted; count++) await report(count);
    })();
    const made = await saksi(['backup', backup], { data });
    const reported = count;
    enough.abort();
    await writer;
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(backup).sort()).toEqual(['backup.json', 'identity.db', 'log.db', 'vault-keys.db', 'vault-values.db']);
    for (const file of readdirSync(backup)) expect([file, statSync(join(backup, file)).mode & 0o777]).toEqual([file, 0o600]);
    copyFileSync(join(data, 'master.key'), join(all, 'master.key'));

    const copy = await openSaksi(readConfiguration({ SAKSI_DATA: await restored('under-load'), SAKSI_LOG_LEVEL: 'silent' }), {
      processes: false,
      ownProcess: false,
    });
    const commitments: string[] = [];
    for await (const batch of copy.store.readAll())
      for (const event of batch) if (event.type === 'access.guest-reported.v1') commitments.push(...commitmentsIn(toRecorded(event).data));
    const revealed = await copy.vault.reveal(commitments);
    await copy.close();
    expect([...revealed.values()]).toHaveLength(commitments.length);
    expect(commitments.length).toBeGreaterThanOrEqual(6);
    expect(reported).toBeGreaterThan(100);
  });

  it('never writes over anything, nor into the data itself', async () => {
    const before = readdirSync(data);
    expectRefusal(await saksi(['backup', backup], { data }), 'holds a backup already');
    expectRefusal(await saksi(['backup', data], { data }), 'lies in the data folder itself');
    expectRefusal(await saksi(['backup', all], { data }), 'is not empty');
    expectRefusal(await saksi(['restore', backup], { data }), /Another Saksi/);
    expect(readdirSync(data)).toEqual(before);
    expect((await saksi(['doctor'], { data })).code).toBe(0);
  });

  it('refuses a backup that was tampered with, and restores nothing of it', async () => {
    const forged = join(all, 'forged');
    cpSync(backup, forged, { recursive: true });
    const bytes = readFileSync(join(forged, 'vault-values.db'));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(forged, 'vault-values.db'), bytes);
    expectRefusal(await saksi(['restore', forged], { data: join(all, 'from-forged') }), /vault-values\.db of the backup .* was altered/);
    rmSync(join(forged, 'log.db'));
    expectRefusal(await saksi(['restore', forged], { data: join(all, 'from-forged') }), 'lacks log.db');
    rmSync(join(forged, 'backup.json'));
    expectRefusal(await saksi(['restore', forged], { data: join(all, 'from-forged') }), 'holds no backup');
    expect(existsSync(join(all, 'from-forged'))).toBe(false);
  });

  it('keeps erased after a restore who was erased after the backup, and answers like before', async () => {
    const { guest } = ids(0);
    expect(await saksi(['erase', guest, '--ground', 'own-request'], { data })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Another operator orders it') as string,
    });
    expectRefusal(await saksi(['erase', guest], { data }), 'vault.same-person');
    const { status } = await api.command('vault.order-erasure', stage.people.admin.token, naturalId('keep', 'order'), { subject: guest });
    expect(status).toBe(201);
    let erased: LoggedEvent | undefined;
    while (!erased) {
      await pause(50);
      [erased] = await logOf(server, ['vault.subject-erased.v1']);
    }
    expect(erased.stream).toBe(`subject-${guest}`);
    const [requested] = await logOf(server, ['vault.erasure-requested.v1']);
    expect(requested?.metadata.actor).toMatchObject({ user: operator, role: 'system' });

    const inside = async (of: Api, token: string): Promise<readonly { readonly guest: string; readonly name: string | null }[]> => {
      const { status: said, body } = await of.ask(`/api/access/who-is-inside?post=${ids(0).post}`, token);
      expect([said, body]).toEqual([200, expect.stringContaining('guest')]);
      return (JSON.parse(body) as { items: { guest: string; name: string | null }[] }).items.map(({ guest: who, name }) => ({ guest: who, name }));
    };
    const folder = await restored('after-erasure', (into) => {
      mkdirSync(join(into, 'vault'), { recursive: true, mode: 0o700 });
      copyFileSync(join(data, 'vault', 'erasure-register'), join(into, 'vault', 'erasure-register'));
    });
    const second = await Server.start({ folder });
    const its = new Api(await second.url());
    // Sessions are not in a backup: nobody comes back in by one that was ended since.
    expect((await its.ask(`/api/access/who-is-inside?post=${ids(0).post}`, stage.people.guard.token)).status).toBe(401);
    const { body } = await its.ask('/api/identity/sign-in', undefined, {
      method: 'POST',
      body: { login: stage.people.guard.login, passphrase, via: 'program' },
    });
    const there = await inside(its, (JSON.parse(body) as { token: string }).token);
    expect(there).toEqual(await inside(api, stage.people.guard.token));
    expect(
      there
        .map(({ name }) => name)
        .filter((name) => name?.startsWith('Tamu'))
        .sort(),
    ).toEqual(['Tamu 1', 'Tamu 2']);
    expect(aboutGuests(await logOf(second)).get(guest)).not.toEqual([]);
    expect(JSON.parse((await saksi(['doctor', '--json'], { data: folder })).out)).toMatchObject({ healthy: true });
    await its.close();
    expect(await second.stop()).toBe(0);
  });

  it('leaves a folder on which no server starts when a restore is stopped half-way, and begins again', async () => {
    const blocks = (file: string): number => Math.ceil(statSync(join(backup, file)).size / 512);
    const folder = mkdtempSync(join(all, 'stopped-'));
    copyFileSync(join(all, 'master.key'), join(folder, 'master.key'));
    for (const largestFile of [Math.floor(blocks('vault-values.db') / 2), blocks('log.db') - 8]) {
      expect((await saksi(['restore', backup], { data: folder, largestFile })).code).not.toBe(0);
      expect(existsSync(join(folder, 'log.db'))).toBe(false);
      expectRefusal(await saksi(['user', 'create', 'admin'], { data: folder, input: passphrase }), 'was interrupted. Finish it: saksi restore');
    }
    // Killed as soon as it writes; whether it was faster or not, the folder is whole or refused.
    const killed = await start(['restore', backup], { data: folder });
    const ended = once(killed, 'close');
    while (killed.exitCode === null && !existsSync(join(folder, 'vault', 'vault.db.restoring'))) await pause(1);
    killed.kill('SIGKILL');
    await ended;
    if (existsSync(join(folder, 'restore.unfinished'))) expect((await saksi(['restore', backup], { data: folder })).code).toBe(0);
    expect(existsSync(join(folder, 'restore.unfinished'))).toBe(false);
    expect(JSON.parse((await saksi(['doctor', '--json'], { data: folder })).out)).toMatchObject({ healthy: true });
  });

  it('changes the master key under a running server: the old one opens nothing any more', async () => {
    const old = readFileSync(join(data, 'master.key'), 'utf8');
    expect(await saksi(['key', 'rotate'], { data })).toMatchObject({ code: 0, out: expect.stringContaining('under a new master key') as string });
    expect(readFileSync(join(data, 'master.key'), 'utf8')).not.toBe(old);
    expect(statSync(join(data, 'master.key')).mode & 0o777).toBe(0o600);
    await report(1_000);
    await api.close();
    expect(await server.stop()).toBe(0);
    expectRefusal(await saksi(['events'], { data, settings: { SAKSI_MASTER_KEY: old.trim() } }), /was replaced on .* no longer opens the vault/);
    server = await Server.start({ folder: data });
    api = new Api(await server.url());
    expect(JSON.parse((await saksi(['doctor', '--json'], { data })).out)).toMatchObject({ healthy: true });
    expect((await logOf(server, ['access.guest-reported.v1'])).some(({ stream }) => stream === `visit-${ids(1_000).visit}`)).toBe(true);
  });
});
