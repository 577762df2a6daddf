import { jest } from '@jest/globals';
import { naturalId } from '#kernel';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { Server } from '../support/server/server.ts';
import { setStage, type Stage } from '../support/server/stage.ts';
import { sendHalf } from './support/half-sent.ts';
import { listenTo } from './support/reader.ts';

/* The built server as a process: how it ends when it is told to, and with which sentence it refuses to begin. */

// Several starts of a whole server in one spec, each of which may first have to build it.
jest.setTimeout(360_000);

const tidy: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of tidy.splice(0).toReversed()) await each();
});

async function staged(): Promise<{ readonly folder: string; readonly stage: Stage }> {
  const { folder, remove } = temporaryFolder();
  tidy.push(remove);
  return { folder, stage: await setStage(folder) };
}

async function started(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly server: Server; readonly url: string; readonly api: Api }> {
  const server = await Server.start({ folder, settings });
  const url = await server.url();
  const api = new Api(url);
  tidy.push(
    () => server.kill(),
    () => api.close(),
  );
  return { server, url, api };
}

const key = naturalId('spec', 'locked while the server stops');
const lockIn = ({ posts: [first] }: Stage): { door: string; post: string; reason: string } => {
  if (!first?.doors[0]) throw new TypeError('The stage has no door.');
  return { door: first.doors[0], post: first.post, reason: 'night' };
};

describe('a server that is told to stop', () => {
  it('finishes what is under way, ends streams, refuses what is new, and ends in order', async () => {
    const { folder, stage } = await staged();
    const { server, url, api } = await started(folder);
    const { token } = stage.people.guard;
    const lock = lockIn(stage);
    const stream = await listenTo(`${url}/api/events`, token);
    const underWay = await sendHalf(url, '/api/access/lock-door', { authorization: `Bearer ${token}`, 'idempotency-key': key }, lock);

    const stopped = server.stop();
    await stream.ended;
    const late = await api.ask(`/api/access/doors?post=${lock.post}`, token, { headers: { 'accept-language': 'en' } });
    expect([late.status, JSON.parse(late.body), late.headers['retry-after']]).toEqual([
      503,
      expect.objectContaining({ code: 'stopping', title: 'Server is stopping' }),
      '5',
    ]);
    expect((await api.ask('/api/events', token)).status).toBe(503);
    expect(await underWay.finish()).toMatch(/^HTTP\/1\.1 201 [^]*"stream":"door-/);
    expect(await stopped).toBe(0);

    const again = await started(folder);
    const repeated = await again.api.command('access.lock-door', token, key, lock);
    expect([repeated.status, repeated.headers['saksi-repeated']]).toEqual([201, 'true']);
    expect(await again.server.stop()).toBe(0);
  });

  it('does not wait longer than it may for a request that never ends', async () => {
    const { folder, stage } = await staged();
    const { server, url } = await started(folder, { SAKSI_SHUTDOWN_TIMEOUT: '300' });
    const { token } = stage.people.guard;
    const underWay = await sendHalf(url, '/api/access/lock-door', { authorization: `Bearer ${token}`, 'idempotency-key': key }, lockIn(stage));
    expect(await server.stop()).toBe(1);
    await underWay.ended;
    const again = await started(folder);
    const first = await again.api.command('access.lock-door', token, key, lockIn(stage));
    expect([first.status, first.headers['saksi-repeated']]).toEqual([201, undefined]);
    expect(await again.server.stop()).toBe(0);
  });
});

describe('a server that cannot begin says why, and what to do', () => {
  const refused = async (folder: string, settings: Readonly<Record<string, string>> = {}): Promise<string> => {
    const server = await Server.spawn({ folder, settings: { SAKSI_LOG_LEVEL: 'error', ...settings } });
    expect(await server.ended).toBe(1);
    // The log is for programs, a line of JSON each; what a person reads is the rest.
    const said = server.output.split('\n').filter((line) => !line.startsWith('{'));
    expect(said.join('\n')).not.toMatch(/^\s+at |node:internal|\bError:/m);
    return said.join('\n').trim();
  };
  const emptyFolder = (): string => {
    const { folder, remove } = temporaryFolder();
    tidy.push(remove);
    return folder;
  };

  describe('beside another server', () => {
    const { folder, remove } = temporaryFolder();
    let other: Server;
    beforeAll(async () => {
      other = await Server.start({ folder });
    });
    afterAll(async () => {
      await other.kill();
      remove();
    });

    it('on its folder; the other goes on', async () => {
      expect(await refused(folder)).toMatch(/another|in use/i);
      const api = new Api(await other.url());
      expect((await api.ask('/health/ready', undefined)).status).toBe(200);
      await api.close();
    });

    it('on its port', async () => {
      const { port } = new URL(await other.url());
      expect(await refused(emptyFolder(), { SAKSI_PORT: port })).toBe(
        `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or set SAKSI_PORT to another port (0 takes a free one).`,
      );
    });
  });

  it('beyond loopback without TLS', async () => {
    const sentence = await refused(emptyFolder(), { SAKSI_HOST: '0.0.0.0' });
    expect(sentence).toMatch(/^SAKSI_HOST is 0\.0\.0\.0, which others can reach, but there is no TLS/);
    expect(sentence).toMatch(/saksi tls init.+SAKSI_TLS_CERT.+SAKSI_BEHIND_PROXY/);
  });

  it.each([
    ['a value that does not fit', { SAKSI_PORT: 'three' }, /^SAKSI_PORT must be a whole number/],
    ['a setting that does not exist', { SAKSI_PROT: '3000' }, /^SAKSI_PROT: no such setting\. docs\/configuration\.md/],
    ['half of a pair', { SAKSI_TLS_CERT: '/nowhere/server.crt' }, /^SAKSI_TLS_CERT and SAKSI_TLS_KEY belong together/],
    [
      'a certificate that is not there',
      { SAKSI_TLS_CERT: '/nowhere/server.crt', SAKSI_TLS_KEY: '/nowhere/server.key' },
      /cannot be read\. Run "saksi tls init"/,
    ],
    ['a master key that is none', { SAKSI_MASTER_KEY: 'hunter2' }, /master key/i],
  ] as const)('with %s', async (_, settings, sentence) => {
    const said = await refused(emptyFolder(), settings);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('hunter2');
  });
});
