import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { X509Certificate } from 'node:crypto';
import { accountIdOf } from '#identity';
import { naturalId } from '#kernel';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { logOf, type LoggedEvent } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { setStage, type Stage } from '../support/server/stage.ts';
import { expectRefusal, operator, saksi, start } from './cli-process.ts';

const secret = 'tujuh ikan di sungai ogan';
const eventsIn = (text: string): LoggedEvent[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LoggedEvent);

describe('saksi', () => {
  const nowhere = temporaryFolder();
  afterAll(() => nowhere.remove());
  const data = join(nowhere.folder, 'data');

  it('explains itself, and says 2 to what it does not understand', async () => {
    const help = await saksi(['--help'], { data });
    expect(help.code).toBe(0);
    for (const name of ['start', 'demo', 'user', 'tls', 'rebuild', 'events', 'parked', 'backup', 'restore', 'read-models', 'erase', 'key', 'doctor'])
      expect(help.out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect((await saksi(['events', '--help'], { data })).out).toContain('Examples:\n  saksi events\n');
    for (const args of [['events', '--limit', 'x']]) {
      const { code, out, err } = await saksi(args, { data });
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toMatch(/--help says more/);
    }
  });

  it('says what is wrong with the folder or the configuration, and makes nothing', async () => {
    expectRefusal(await saksi(['events'], { data }), 'holds no log');
    expect(existsSync(data)).toBe(false);
    writeFileSync(join(nowhere.folder, 'file'), '');
    expectRefusal(await saksi(['user', 'create', 'admin'], { data: join(nowhere.folder, 'file'), input: secret }), 'a file is in the way');
  });

  it('makes certificates that fit the host', async () => {
    const { code, out } = await saksi(['tls', 'init', '--host', 'gudang.local'], { data });
    expect([code, out]).toEqual([0, expect.stringContaining('SAKSI_TLS_CERT=')]);
    const [cert, key] = ['CERT', 'KEY'].map((name) => new RegExp(`SAKSI_TLS_${name}=(\\S+)`).exec(out)?.[1] ?? '');
    expect(new X509Certificate(readFileSync(cert ?? '')).checkHost('gudang.local')).toBe('gudang.local');
    expect(statSync(key ?? '').mode & 0o777).toBe(0o600);
  });
});

describe('saksi on a folder without a server', () => {
  const { folder, remove } = temporaryFolder();
  afterAll(remove);
  const run = (args: readonly string[], input = '') => saksi(args, { data: folder, input });

  it('opens the first account, whose actor is the user of the operating system', async () => {
    expect(await run(['user', 'create', 'admin'], `${secret}\n`)).toMatchObject({ code: 0, out: expect.stringContaining('admin is admin now') as string });
    expectRefusal(await run(['user', 'create', 'admin'], `${secret}\n`), 'identity.login-taken');

    const { out } = await run(['events', '--json']);
    const found = eventsIn(out);
    expect(found.map(({ type }) => type)).toEqual(['identity.account-opened.v1', 'identity.role-granted.v1', 'identity.passphrase-set.v1']);
    expect(found.map(({ stream }) => stream)).toEqual(Array(3).fill(`account-${accountIdOf('admin')}`));
    expect(found[0]).toMatchObject({ data: { login: 'admin' }, metadata: { actor: { user: operator, role: 'system' } } });
    expect(found[1]).toMatchObject({ data: { role: 'admin', place: 'everywhere' } });
    expect(out).not.toContain(secret);
    for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('names another master key than the vault’s for what it is', async () => {
    const settings = { SAKSI_MASTER_KEY: Buffer.from(naturalId('key', 'other').repeat(2).slice(0, 32)).toString('base64') };
    const doctor = await saksi(['doctor', '--json'], { data: folder, settings });
    expect([doctor.code, JSON.parse(doctor.out)]).toMatchObject([
      1,
      { healthy: false, findings: [{ name: 'opening', ok: false, say: expect.stringContaining('does not open this vault') as string }] },
    ]);
  });
});

describe('saksi beside a running server', () => {
  const { folder, remove } = temporaryFolder();
  const socket = join(folder, 'saksi.sock');
  let stage: Stage;
  let server: Server;
  let api: Api;

  beforeAll(async () => {
    stage = await setStage(folder);
    server = await Server.start({ folder });
    api = new Api(await server.url());
  });
  afterAll(async () => {
    await api.close();
    await server.stop();
    remove();
  });
  const run = (args: readonly string[], input = '') => saksi(args, { data: folder, input });
  const report = async (count: number): Promise<void> => {
    const [{ post } = { post: '' }] = stage.posts;
    const [visit, guest] = ['visit', 'guest'].map((kind) => naturalId(`cli-${kind}`, String(count)));
    const body = { visit, guest, post, name: { value: `Tamu ${count}` }, identityType: 'none', purpose: { value: 'Mengantar segel.' }, minutesAllowed: 60 };
    const { status, body: said } = await api.command('access.report-guest', stage.people.guard.token, naturalId('cli-report', String(count)), body);
    expect([status, said]).toEqual([201, expect.any(String)]);
  };

  it('works through its socket, which is its owner’s alone', async () => {
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    const doctor = await run(['doctor', '--json']);
    expect(JSON.parse(doctor.out)).toMatchObject({ healthy: true });
    expect((await run(['user', 'create', 'kd-1', '--role', 'commander', '--everywhere'], secret)).code).toBe(0);
    const [opened] = await logOf(server, ['identity.account-opened.v1']).then((events) => events.filter(({ data }) => data['login'] === 'kd-1'));
    expect(opened?.metadata.actor).toMatchObject({ user: operator, role: 'system' });
    expect(await run(['rebuild', 'access'])).toMatchObject({ code: 0, out: expect.stringMatching(/^access: \d+ events, \d+ a second\n$/) as string });
    expect(await run(['parked', 'list'])).toMatchObject({ code: 0, out: 'No event is parked.\n' });
    expect(await run(['parked', 'retry'])).toMatchObject({ code: 0, out: 'No event is parked.\n' });
  });

  it('refuses a second server on the folder, and one on its port; the first goes on', async () => {
    expectRefusal(await saksi(['start'], { data: folder, settings: { SAKSI_LOG_LEVEL: 'silent' } }), /Another Saksi \(process \d+\) is using/);
    const other = temporaryFolder();
    const port = new URL(await server.url()).port;
    expectRefusal(
      await saksi(['start'], { data: other.folder, settings: { SAKSI_LOG_LEVEL: 'silent', SAKSI_PORT: port } }),
      `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or set SAKSI_PORT to another port (0 takes a free one).`,
    );
    other.remove();
    expect((await api.ask('/health/ready', undefined)).status).toBe(200);
  });

  it('says why an account is not opened', async () => {
    const before = await logOf(server);
    expectRefusal(await run(['user', 'create', 'admin'], 'short\n'), 'too short');
    expectRefusal(await run(['user', 'create', 'danru-1', '--role', 'squad-leader', '--area', '16'], `${secret}\n`), 'a squad-leader takes one of --post');
    expect(await logOf(server)).toEqual(before);
  });

  it('tells events of a type, a stream, after a position, and so many', async () => {
    const granted = (await logOf(server, ['identity.role-granted.v1'])).slice(0, 1);
    const told = await run(['events', '--type', 'identity.role-granted.v1', '--limit', '1']);
    expect(told.out).toMatch(/^ +\d+ \S+ identity\.role-granted\.v1 account-\S+@1 by system \{.*\}\n$/);
    expect(Number(/\d+/.exec(told.out)?.[0])).toBe(Number(granted[0]?.position));
    const stream = `account-${accountIdOf('stage-guard')}`;
    const all = (await logOf(server)).filter((event) => event.stream === stream).map(({ position }) => position);
    const last = await run(['events', '--json', '--stream', stream, '--after', all[0] ?? '', '--limit', '1']);
    expect(eventsIn(last.out).map(({ position }) => position)).toEqual([all[1]]);
    expectRefusal(await run(['events', '--type', 'access.guest-admited.v1']), 'There is no event type');
  });

  it('follows the log until Ctrl-C, which is no failure', async () => {
    const following = await start(['events', '--follow', '--json', '--type', 'access.guest-reported.v1'], { data: folder });
    const ended = once(following, 'close');
    const lines = createInterface({ input: following.stdout })[Symbol.asyncIterator]();
    for (const count of [0, 1]) {
      await report(count);
      expect(eventsIn(String((await lines.next()).value))[0]).toMatchObject({
        type: 'access.guest-reported.v1',
        stream: `visit-${naturalId('cli-visit', String(count))}`,
      });
    }
    following.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });

  it('waits for a slow reader, loses nothing, and ends quietly when the reader goes away', async () => {
    for (let count = 2; count < 202; count++) await report(count);
    const slow = await start(['events', '--json'], { data: folder });
    slow.stdout.pause();
    const ended = once(slow, 'close');
    // The server is not held up by it.
    await report(202);
    let out = '';
    slow.stdout.on('data', (chunk) => (out += String(chunk)));
    slow.stdout.resume();
    expect(await ended).toEqual([0, null]);
    const told = eventsIn(out).map(({ position }) => position);
    expect(told).toEqual((await logOf(server)).slice(0, told.length).map(({ position }) => position));
    expect(told.length).toBeGreaterThan(200);

    const left = await start(['events', '--json'], { data: folder });
    const gone = once(left, 'close');
    let err = '';
    left.stderr.on('data', (chunk) => (err += String(chunk)));
    await once(left.stdout, 'data');
    left.stdout.destroy();
    expect(await gone).toEqual([0, null]);
    expect(err).toBe('');
  });

  it('works on the folder when the server was killed, and through the next one’s socket', async () => {
    await api.close();
    await server.kill();
    expect(existsSync(socket)).toBe(true);
    expect(await run(['events', '--limit', '1'])).toMatchObject({ code: 0, err: '' });
    server = await Server.start({ folder });
    api = new Api(await server.url());
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await report(203);
    expect((await run(['user', 'create', 'kd-2', '--role', 'commander', '--area', '16'], secret)).code).toBe(0);
    expect((await logOf(server, ['identity.account-opened.v1'])).some(({ data }) => data['login'] === 'kd-2')).toBe(true);
  });
});
