import { readdirSync } from 'node:fs';
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
afterAll(async () => {
  for (const each of tidy.splice(0).toReversed()) await each();
});

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

const keyOf = (door: number): string => naturalId('spec', `door ${door}, locked while the server stops`);
const lockIn = ({ posts: [first] }: Stage, number: number): { door: string; post: string; reason: string } => {
  const door = first?.doors[number];
  if (!first || door === undefined) throw new TypeError(`The stage has no door ${number}.`);
  return { door, post: first.post, reason: 'night' };
};

describe('a server that is told to stop', () => {
  const { folder, remove } = temporaryFolder();
  let stage: Stage;
  beforeAll(async () => {
    tidy.push(remove);
    stage = await setStage(folder);
  });
  /** The server that comes after the first one, and has little time to stop. */
  let next: ReturnType<typeof started> | undefined;
  const secondServer = () => (next ??= started(folder, { SAKSI_SHUTDOWN_TIMEOUT: '300' }));

  it('finishes what is under way, ends streams, refuses what is new, and ends in order', async () => {
    const { server, url, api } = await started(folder);
    const { token } = stage.people.guard;
    const [lock, key] = [lockIn(stage, 0), keyOf(0)];
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

    const again = await secondServer();
    const repeated = await again.api.command('access.lock-door', token, key, lock);
    expect([repeated.status, repeated.headers['saksi-repeated']]).toEqual([201, 'true']);
  });

  it('does not wait longer than it may for a request that never ends', async () => {
    const { server, url, api } = await secondServer();
    await api.close();
    const { token } = stage.people.guard;
    const [lock, key] = [lockIn(stage, 1), keyOf(1)];
    const underWay = await sendHalf(url, '/api/access/lock-door', { authorization: `Bearer ${token}`, 'idempotency-key': key }, lock);
    expect(await server.stop()).toBe(1);
    await underWay.ended;
    const again = await started(folder);
    const first = await again.api.command('access.lock-door', token, key, lock);
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

  it('beyond loopback without TLS', async () => {
    const folder = emptyFolder();
    const sentence = await refused(folder, { SAKSI_HOST: '0.0.0.0' });
    expect(readdirSync(folder)).toEqual([]);
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
