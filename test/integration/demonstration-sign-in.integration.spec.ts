import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { nightAtKemelak } from '#testing';
import { listen, openSaksi, operations, type Saksi } from '../../apps/api/src/index.ts';
import { answerTo, type Answer } from './support/ask.ts';

/* Whoever looks at a demonstration picks whom to be; what they send is held to the rules of every other address. */

const folder = mkdtempSync(join(tmpdir(), 'saksi-demonstration-'));
let saksi: Saksi;
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  const configuration = readConfiguration({ SAKSI_DATA: folder, SAKSI_PORT: '0', SAKSI_LOG_LEVEL: 'silent' });
  saksi = await openSaksi(configuration, { demonstration: { scenario: 'spec', at: nightAtKemelak }, processes: false, ownProcess: false });
  const telling = { progress: () => undefined, item: async () => undefined, signal: new AbortController().signal };
  await operations.get('user.create')?.run(saksi, { login: 'admin', passphrase: 'tujuh ikan di sungai ogan' }, { user: 'spec' }, telling);
  server = await listen(saksi);
});
afterAll(async () => {
  await server.close();
  await saksi.close();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = (body: object, query = ''): Promise<Answer> =>
  answerTo(server.url, { to: `/api/demonstration/sign-in${query}`, body, headers: { 'accept-language': 'en' } });

it('opens a session for a role that has an account', async () => {
  const { status, headers } = await signIn({ login: 'admin' });
  expect([status, headers['set-cookie']]).toEqual([200, expect.stringContaining('saksi_session=')]);
});

it('does not know a role that has none', async () => expect((await signIn({ login: 'guard' })).status).toBe(404));

it.each([
  ['a field that it does not know', { login: 'admin', passphrase: 'x' }, '', 'passphrase', 'unknown-field'],
  ['a parameter', { login: 'admin' }, '?until=tomorrow', 'until', 'unknown-field'],
  ['no login', {}, '', 'login', 'required'],
  ['a login that is no role', { login: 'somebody' }, '', 'login', 'not-one-of'],
  ['a login that is no text', { login: 7 }, '', 'login', 'not-one-of'],
])('refuses %s, in both languages', async (_, body, query, path, code) => {
  const answer = await signIn(body, query);
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-fields', errors: [{ path, code }] } });
  expect(answer.headers['set-cookie']).toBeUndefined();
});

it('refuses a parameter of the list of accounts', async () => {
  expect((await answerTo(server.url, { to: '/api/demonstration' })).body).toEqual({ accounts: ['admin'] });
  expect((await answerTo(server.url, { to: '/api/demonstration?all=true' })).status).toBe(400);
});
