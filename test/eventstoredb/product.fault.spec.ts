import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, WrongConfiguration } from '#configuration';
import { openSaksi } from '../../apps/api/src/index.ts';
import type { Answer } from '../integration/support/ask.ts';
import { named, openKemelak, post, type Kemelak, type Person } from '../integration/support/kemelak.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';

/* The whole product on the double: what people see of a log on another server, above all when that server goes away. */

let [double, kemelak, guard]: [EventStoreDbDouble, Kemelak, Person | undefined] = [new EventStoreDbDouble(), undefined as never, undefined];
const settings = (): Record<string, string> => ({ SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: double.url });

beforeAll(async () => {
  double = await EventStoreDbDouble.started();
  kemelak = await openKemelak({ settings: settings() });
  guard = await kemelak.person('guard', 'guard', { post });
}, 60_000);
afterAll(async () => {
  await kemelak.close();
  double.kill();
});

const report = (number: number, more: object = {}): Promise<Answer> =>
  kemelak.ask({
    to: '/api/access/report-guest',
    ...(guard && { as: guard }),
    body: {
      visit: named(`visit ${number}`),
      post,
      guest: named(`guest ${number}`),
      name: { value: `Tamu ${number}` },
      identityType: 'ktp',
      purpose: { value: 'Segel.' },
      minutesAllowed: 60,
      ...more,
    },
    headers: { 'idempotency-key': named(`report ${number}`), 'accept-language': 'en' },
  });
const visits = (after?: string): Promise<Answer> =>
  kemelak.ask({ to: `/api/access/visits?post=${post}`, ...(guard && { as: guard }), headers: { ...(after !== undefined && { 'saksi-after': after }) } });

it('records a command and shows it after its position', async () => {
  const { status, body } = await report(1);
  expect(status).toBe(201);
  const shown = await visits(String(body['position']));
  expect(shown.status).toBe(200);
  expect(shown.body['items']).toHaveLength(1);
});

it('gives the same key the first answer, and another content 422', async () => {
  const first = await report(2);
  const again = await report(2);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toMatchObject({ position: first.body['position'], lastRevision: first.body['lastRevision'] });
  expect((await report(2, { minutesAllowed: 61 })).status).toBe(422);
});

it('shows on another node what this one has recorded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-node-'));
  const other = await openSaksi(readConfiguration({ SAKSI_DATA: folder, SAKSI_LOG_LEVEL: 'silent', ...settings() }), {
    clock: kemelak.clock,
    processes: false,
    ownProcess: false,
  });
  const { body } = await report(5);
  expect(await other.readModels.waitFor(BigInt(String(body['position'])), 'access', 60_000)).toBe(true);
  expect(other.readModels.status().every(({ state }) => state.kind === 'live')).toBe(true);
  await other.close();
  rmSync(folder, { recursive: true });
}, 120_000);

it('refuses to start with views that another log made, and says the way out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-moved-'));
  const configuration = (url: string) =>
    readConfiguration({ SAKSI_DATA: folder, SAKSI_LOG_LEVEL: 'silent', SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: url });
  const beside = { clock: kemelak.clock, processes: false, ownProcess: false };
  const first = await openSaksi(configuration(double.url), beside);
  await first.readModels.caughtUp(await first.store.head());
  await first.close();
  const empty = await EventStoreDbDouble.started();
  const error: unknown = await openSaksi(configuration(empty.url), beside).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toContain('were made from another log');
  expect((error as Error).message).toContain('read-models');
  empty.kill();
  rmSync(folder, { recursive: true });
}, 120_000);

it('wants to know where EventStoreDB is', () => {
  expect(() => readConfiguration({ SAKSI_STORE: 'eventstoredb' })).toThrow(WrongConfiguration);
  expect(() => readConfiguration({ SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: 'http://localhost:2113' })).toThrow('must be a connection string');
});
