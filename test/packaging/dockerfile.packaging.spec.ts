import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mountsOf, readCompose, root } from './compose.ts';
import { build, environmentOf, type Image } from './dockerfile.ts';

const compose = readCompose();

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

describe('the image of the Dockerfile, as docker-compose.yml starts it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-image-'));
  const secrets = join(folder, 'secrets');
  let image: Image;
  beforeAll(() => {
    image = build(folder);
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inImage = (command: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    spawnSync(command[0] ?? '', command.slice(1), { cwd: image.workdir, env: { ...environmentOf(image), ...environment }, encoding: 'utf8' });

  it('has what it starts, and nothing that only development needs', () => {
    for (const path of ['dist/bundle/apps/api/src/main.js', 'dist/bundle/apps/cli/src/main.js', 'dist/apps/web/index.html'])
      expect(existsSync(join(image.workdir, path))).toBe(true);
    for (const path of ['node_modules/jest', 'node_modules/vite', 'node_modules/eslint', 'apps', 'libs'])
      expect(existsSync(join(image.workdir, path))).toBe(false);
  });

  it('becomes ready on its secrets, looks after its health, and ends when told to', async () => {
    spawnSync('sh', [join(root, 'deploy/secrets.sh'), secrets], { env: { ...process.env, OWNER: String(process.getuid?.()) } });
    const tls = compose.services['tls']?.entrypoint ?? [];
    const made = inImage([...tls.slice(0, -1), join(secrets, 'tls'), '--host', 'localhost', '127.0.0.1'], { SAKSI_DATA: folder });
    expect([made.status, made.stderr]).toEqual([0, '']);

    const service = compose.services['saksi'];
    const files = new Map([...(service ? mountsOf(service) : [])].map(([path, secret]) => [path, compose.secrets[secret]?.file.replace('./secrets', secrets)]));
    const environment = {
      ...Object.fromEntries(Object.entries(service?.environment ?? {}).map(([name, value]) => [name, files.get(value) ?? value])),
      SAKSI_DATA: join(folder, 'data'),
      SAKSI_PORT: String(await freePort()),
      SAKSI_HOST: '127.0.0.1',
    };
    const [program = '', ...words] = image.command;
    const server = spawn(program, words, { cwd: image.workdir, env: { ...environmentOf(image), ...environment }, stdio: 'ignore' });
    const ended = once(server, 'exit');
    const ask = `process.env.NODE_TLS_REJECT_UNAUTHORIZED='0';process.removeAllListeners('warning');fetch('https://127.0.0.1:${environment.SAKSI_PORT}/health/ready').then((r)=>process.exit(r.status===200?0:1),()=>process.exit(1))`;
    let ready = false;
    for (let left = 120; left > 0 && !ready && server.exitCode === null; left--) {
      ready = inImage(['node', '-e', ask]).status === 0;
      if (!ready) await pause(250);
    }
    expect(ready).toBe(true);
    expect(inImage(image.healthcheck, environment).status).toBe(0);
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(inImage(image.healthcheck, environment).status).toBe(1);
  });
});
