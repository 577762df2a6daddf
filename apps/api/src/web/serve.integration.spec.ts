import 'reflect-metadata';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFastifyAdapter, createLog, problemAnswer, setSecurityHeaders } from '#http';
import { serveWebApp } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'saksi-web-'));
mkdirSync(join(folder, 'assets'));
for (const [name, text] of Object.entries({
  'index.html': '<p>the app</p>',
  'assets/app-1a2b.js': 'run()',
  'assets/app-1a2b.js.gz': 'packed',
  'icon.svg': '<svg/>',
}))
  writeFileSync(join(folder, name), text);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serving(from: string) {
  const log = createLog({ level: 'silent' });
  const instance = createFastifyAdapter({ log }).getInstance();
  await setSecurityHeaders(instance, { secure: false });
  instance.setErrorHandler((error, request, reply) => {
    const { status, headers, body } = problemAnswer(error, request, log);
    return reply.code(status).headers(headers).send(body);
  });
  serveWebApp(instance, from);
  await instance.ready();
  return instance;
}

describe('the web app', () => {
  const app = serving(folder);
  afterAll(async () => (await app).close());
  const get = async (url: string, headers = {}) => (await app).inject({ method: 'GET', url, headers });

  it.each(['/', '/post/7e7a8959-08fd-5409-9e62-3accb928b884', '/settings?from=post'])('answers %s with its page, asked for anew each time', async (url) => {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, body, headers['cache-control']]).toEqual([200, '<p>the app</p>', 'no-cache']);
  });

  it('lets nothing run that is not its own file', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('keeps for ever what has a hash in its name, packed for who takes it so', async () => {
    const { body, headers } = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
    expect([body, headers['content-encoding'], headers['cache-control']]).toEqual(['packed', 'gzip', 'public, max-age=31536000, immutable']);
    expect((await get('/assets/app-1a2b.js')).body).toBe('run()');
  });

  it.each(['/api/nothing', '/assets/app-0000.js', '/nothing.png', '/health/nothing'])('has no page for %s', async (url) => {
    const { statusCode, headers } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});

it('says that it is not built', async () => {
  const instance = await serving(join(folder, 'elsewhere'));
  const { statusCode, body } = await instance.inject({ method: 'GET', url: '/' });
  await instance.close();
  expect([statusCode, body]).toEqual([404, 'The web app is not built: npm run build\n']);
});
