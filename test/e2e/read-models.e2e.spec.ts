import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { naturalId } from '#kernel';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, setStage, type Stage } from '../support/server/stage.ts';
import { expectRefusal, saksi } from './cli-process.ts';

describe('saksi read-models snapshot, restore', () => {
  const { folder: all, remove } = temporaryFolder();
  const [data, snapshot] = [join(all, 'data'), join(all, 'snapshot')];
  let stage: Stage;
  let server: Server;
  let api: Api;

  const report = async (count: number): Promise<void> => {
    const [visit, guest] = ['visit', 'guest'].map((kind) => naturalId(`snapshot-${kind}`, String(count)));
    const body = { visit, guest, post: stage.posts[0]?.post, name: { value: 'Tamu' }, identityType: 'none', purpose: { value: 'Segel.' }, minutesAllowed: 60 };
    const { status } = await api.command('access.report-guest', stage.people.guard.token, naturalId('snapshot-report', String(count)), body);
    expect(status).toBe(201);
  };
  /** The visits as a server shows them, signed in anew. */
  const visitsOf = async (of: Api): Promise<readonly string[]> => {
    const signedIn = await of.ask('/api/identity/sign-in', undefined, {
      method: 'POST',
      body: { login: stage.people.guard.login, passphrase, via: 'program' },
    });
    const { token } = JSON.parse(signedIn.body) as { token: string };
    const { status, body } = await of.ask(`/api/access/visits?post=${stage.posts[0]?.post ?? ''}`, token);
    expect([status, body]).toEqual([200, expect.stringContaining('items')]);
    return (JSON.parse(body) as { items: { visit: string }[] }).items.map(({ visit }) => visit).sort();
  };
  /** A node that has the log of a backup, and no views yet. */
  const restored = async (name: string, backup: string): Promise<string> => {
    const folder = join(all, name);
    expect((await saksi(['restore', backup], { data: folder })).code).toBe(0);
    copyFileSync(join(data, 'master.key'), join(folder, 'master.key'));
    return folder;
  };

  beforeAll(async () => {
    mkdirSync(data, { mode: 0o700 });
    stage = await setStage(data, { withPassphrases: ['guard'] });
    server = await Server.start({ folder: data });
    api = new Api(await server.url());
    await report(1);
    expect((await saksi(['backup', join(all, 'before')], { data })).code).toBe(0);
    await report(2);
  }, 300_000);
  afterAll(async () => {
    await api.close();
    await server.stop();
    remove();
  });

  it('explain themselves', async () => {
    const { out } = await saksi(['read-models', 'restore', '--help'], { data });
    expect(out).toContain('Examples:\n  SAKSI_DATA=/srv/node-2 saksi read-models restore /media/views\n');
    expect((await saksi(['read-models', 'snapshot'], { data })).code).toBe(2);
  });

  it('copy the views of a running server, with their places in the log', async () => {
    const made = await saksi(['read-models', 'snapshot', snapshot], { data });
    expect(made).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/access up to position \d+/) as string });
    expect(readdirSync(snapshot).sort()).toEqual(['access.db', 'deployment.db', 'identity.db', 'logistics.db', 'read-models.json', 'vault.db']);
    for (const file of readdirSync(snapshot)) expect([file, statSync(join(snapshot, file)).mode & 0o777]).toEqual([file, 0o600]);
    expect(JSON.parse(readFileSync(join(snapshot, 'read-models.json'), 'utf8'))).toMatchObject({
      saksi: 'read-models',
      contexts: { access: { version: expect.stringMatching(/^[0-9a-f]{16}$/) as string, last: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string } } },
    });
    expectRefusal(await saksi(['read-models', 'snapshot', snapshot], { data }), 'holds a snapshot already');
    expectRefusal(await saksi(['read-models', 'snapshot', join(data, 'within')], { data }), 'lies in the data folder itself');
    expectRefusal(await saksi(['read-models', 'restore', snapshot], { data }), /Another Saksi/);
  });

  it('give them to a node that has none: it answers the same, and goes on from there', async () => {
    await report(3);
    expect((await saksi(['backup', join(all, 'after')], { data })).code).toBe(0);
    const folder = await restored('other', join(all, 'after'));
    expect(await saksi(['read-models', 'restore', snapshot], { data: folder })).toMatchObject({ code: 0, err: '' });
    expectRefusal(await saksi(['read-models', 'restore', snapshot], { data: folder }), 'never overwrites them');
    const second = await Server.start({ folder });
    const its = new Api(await second.url());
    while ((await its.ask('/health/ready', undefined)).status !== 200);
    expect(await visitsOf(its)).toEqual([1, 2, 3].map((count) => naturalId('snapshot-visit', String(count))).sort());
    expect((await saksi(['doctor'], { data: folder })).code).toBe(0);
    await its.close();
    expect(await second.stop()).toBe(0);
  });

  it('refuse a log that is older than the views, and leave nothing behind', async () => {
    const folder = await restored('older', join(all, 'before'));
    expectRefusal(
      await saksi(['read-models', 'restore', snapshot], { data: folder }),
      /was not restored\. It was made from another log, or from a later state/,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('read-models'))).toEqual([]);
    expectRefusal(await saksi(['read-models', 'restore', snapshot], { data: join(all, 'nothing') }), 'holds no log that the views could go on from');
    expect(existsSync(join(all, 'nothing'))).toBe(false);
  });

  it('refuse a snapshot that was altered, or is none', async () => {
    const [folder, forged] = [await restored('forged-node', join(all, 'after')), join(all, 'forged')];
    const restoring = () => saksi(['read-models', 'restore', forged], { data: folder });
    expectRefusal(await restoring(), 'holds no snapshot of read models');
    cpSync(snapshot, forged, { recursive: true });
    writeFileSync(join(forged, 'access.db'), 'no views');
    expectRefusal(await restoring(), /access\.db of the snapshot .* was altered/);
    writeFileSync(join(forged, 'read-models.json'), '{}');
    expectRefusal(await restoring(), 'is not what "saksi read-models snapshot" writes');
    expect(existsSync(join(folder, 'read-models'))).toBe(false);
  });
});
