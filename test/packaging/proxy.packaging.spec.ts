import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request } from 'node:https';
import { createServer as listening, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { initialiseTls } from '#http';
import { systemClock } from '#kernel';
import { root } from './compose.ts';

/** A server that says what it is told to: enough to see what the proxy does with the real one's answers. */
interface StandIn {
  readonly name: string;
  readonly port: number;
  ready: boolean;
  /** How often the proxy was told that it is ready. */
  told: number;
  readonly asked: string[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  stop(): Promise<void>;
}

async function standIn(name: string, onPort = 0): Promise<StandIn> {
  const server = createServer((incoming, response) => {
    if (incoming.url === '/health/live') return void response.end();
    if (incoming.url === '/health/ready') {
      self.told += self.ready ? 1 : 0;
      return void response.writeHead(self.ready ? 200 : 503).end();
    }
    self.asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''} for ${String(incoming.headers['x-forwarded-for'])}`);
    self.answer(incoming, response);
  });
  await new Promise<void>((done) => server.listen(onPort, '127.0.0.1', done));
  const self: StandIn = {
    name,
    port: (server.address() as AddressInfo).port,
    ready: true,
    told: 0,
    asked: [],
    answer: (_, response) => response.end(name),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return self;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = listening().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

async function until(what: () => Promise<boolean>, tries = 200): Promise<void> {
  for (let left = tries; left > 0; left--) {
    if (await what().catch(() => false)) return;
    await pause(100);
  }
  throw new Error('It did not come about.');
}

describe('deploy/Caddyfile, in Caddy itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-proxy-'));
  let nodes: [StandIn, StandIn];
  let caddy: ChildProcess;
  let ask: (path: string, how?: { readonly method?: string; readonly body?: string; readonly onData?: (text: string) => void }) => Promise<Answer>;
  interface Answer {
    readonly status: number | undefined;
    readonly type: string | undefined;
    readonly body: string;
  }

  beforeAll(async () => {
    nodes = [await standIn('node-1'), await standIn('node-2')];
    const { files } = await initialiseTls({ folder, now: systemClock.now(), hosts: ['localhost'] });
    const [port, health] = [await freePort(), await freePort()];
    // The very file, at other addresses.
    const config = readFileSync(join(root, 'deploy/Caddyfile'), 'utf8')
      .replaceAll('/run/secrets', folder)
      .replaceAll('node-1:3000', `127.0.0.1:${nodes[0].port}`)
      .replaceAll('node-2:3000', `127.0.0.1:${nodes[1].port}`)
      .replace('https://:3000', `https://:${port}`)
      .replace('127.0.0.1:8080', `127.0.0.1:${health}`);
    writeFileSync(join(folder, 'Caddyfile'), config);
    const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], { env: { ...process.env, ...home }, stdio: 'ignore' });
    await new Promise<void>((done, failed) => caddy.once('spawn', done).once('error', failed));
    const agent = new Agent({ ca: readFileSync(files.authorityCert) });
    ask = (path, { method = 'GET', body, onData } = {}) =>
      new Promise((done, failed) => {
        const outgoing = request({ host: '127.0.0.1', servername: 'localhost', port, path, method, agent }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => {
            text += chunk.toString();
            onData?.(chunk.toString());
          });
          response.on('end', () => done({ status: response.statusCode, type: response.headers['content-type'], body: text })).on('error', failed);
        });
        outgoing.on('error', failed).end(body);
      });
    await until(async () => (await ask('/')).status === 200 && (await fetch(`http://127.0.0.1:${health}/`)).ok);
  });
  afterAll(async () => {
    caddy.kill();
    for (const node of nodes) await node.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    for (const node of nodes) node.asked.length = 0;
  });

  const whoAnswers = async (): Promise<ReadonlySet<string>> => new Set(await Promise.all(Array.from({ length: 20 }, async () => (await ask('/who')).body)));

  it('says for whom it asks, and keeps metrics to itself', async () => {
    await ask('/api/me');
    expect([...nodes[0].asked, ...nodes[1].asked]).toEqual(['GET /api/me for 127.0.0.1']);
    expect((await ask('/metrics')).status).toBe(404);
  });

  it('gives phones the authority', async () => {
    const { status, type, body } = await ask('/tls/authority.crt');
    expect([status, type, body]).toEqual([200, 'application/x-x509-ca-cert', readFileSync(join(folder, 'authority.crt'), 'utf8')]);
    for (const path of ['/tls/server.key', '/server.key', '/tls/../server.key']) expect((await ask(path)).body).not.toContain('PRIVATE KEY');
  });

  it('passes an event on while the answer still goes on', async () => {
    for (const node of nodes)
      node.answer = (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: one\n\n');
        node.answer = (__, other) => other.end('done');
        open = response;
      };
    let open: ServerResponse | undefined;
    let seen = '';
    const whole = ask('/api/events', { onData: (text) => (seen += text) });
    await until(() => Promise.resolve(seen === 'data: one\n\n'));
    open?.end('data: two\n\n');
    expect((await whole).body).toBe('data: one\n\ndata: two\n\n');
    for (const node of nodes) node.answer = (_, response) => response.end(node.name);
  });

  it('asks only who is ready; and whoever lives, when none is', async () => {
    nodes[0].ready = false;
    await until(async () => (await whoAnswers()).size === 1);
    expect(await whoAnswers()).toEqual(new Set(['node-2']));
    nodes[1].ready = false;
    await until(async () => (await whoAnswers()).has('node-1'));
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await ask('/who', { method: 'POST', body: 'x' })).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    for (const node of nodes) Object.assign(node, { ready: true, told: 0 });
    // The second time it is asked, the proxy has heard the first answer.
    await until(() => Promise.resolve(nodes.every(({ told }) => told > 1)));
  });

  it('never repeats a command that may have reached a server, and says that its outcome is unknown', async () => {
    for (const node of nodes) node.answer = (incoming) => incoming.socket.destroy();
    const { status, type, body } = await ask('/api/access/admit-guest', { method: 'POST', body: '{}' });
    expect([status, type, body]).toEqual([503, 'application/problem+json', expect.stringContaining('"code":"outcome-unknown"')]);
    expect([...nodes[0].asked, ...nodes[1].asked]).toHaveLength(1);
    for (const node of nodes) node.answer = (_, response) => response.end(node.name);
    await until(async () => (await whoAnswers()).size === 2);
  });

  it('goes on without a server that is gone, and with it when it is back', async () => {
    const { port } = nodes[0];
    await nodes[0].stop();
    // What is sent on a connection that the server has just left is in doubt; then it is left alone.
    await until(async () => {
      for (let asked = 0; asked < 20; asked++) if ((await ask('/api/me', { method: 'POST', body: 'x' })).body !== 'node-2') return false;
      return true;
    });
    nodes[0] = await standIn('node-1', port);
    await until(async () => (await whoAnswers()).has('node-1'));
  });
});
