import { setTimeout as pause } from 'node:timers/promises';
import { doctor } from '../../apps/api/src/operations/doctor.ts';
import { answerTo } from '../integration/support/ask.ts';
import { named, openKemelak, post, type Kemelak, type Person } from '../integration/support/kemelak.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { reportTo } from './report.ts';

const mebibyte = 1 << 20;
let [double, kemelak, guard]: [EventStoreDbDouble, Kemelak, Person] = [] as never;

beforeAll(async () => {
  double = await EventStoreDbDouble.started();
  double.disk = { free: 500 * mebibyte, total: 1_000 * mebibyte };
  kemelak = await openKemelak({ settings: { SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: double.url } });
  guard = await kemelak.person('guard', 'guard', { post });
}, 120_000);
afterAll(async () => {
  await kemelak.close();
  double.kill();
}, 120_000);

const report = (number: number) => reportTo(kemelak, guard, number);
const sayOfDisk = async () => {
  const { findings } = await doctor.run(
    kemelak.saksi,
    {},
    { user: 'operator' },
    { progress: () => undefined, item: () => Promise.resolve(), signal: new AbortController().signal },
  );
  return findings.find(({ name }) => name === 'disk of the log');
};

it('sends nothing to a server whose disk is full, says so, goes on being read, and records again when there is room', async () => {
  expect((await report(1)).status).toBe(201);
  expect(await sayOfDisk()).toEqual({ name: 'disk of the log', ok: true, say: '500 MiB of 1,000 MiB are free on the server that keeps the log.' });

  double.disk = { free: 3 * mebibyte, total: 1_000 * mebibyte };
  const figures = await (await fetch(`${kemelak.url}/metrics`)).text();
  expect(figures).toMatch(new RegExp(`^saksi_log_disk_bytes ${1_000 * mebibyte}$`, 'm'));
  expect(figures).toMatch(/^saksi_log_free_bytes \d+$/m);
  let number = 2;
  let refused = await report(number);
  for (; refused.status === 201; refused = await report(++number)) await pause(50);
  expect([refused.status, refused.body['code'], refused.headers['retry-after']]).toEqual([503, 'disk-full', '10']);
  expect(await sayOfDisk()).toMatchObject({ ok: false, say: expect.stringMatching(/^3 MiB of 1,000 MiB are free.*make room/) as string });
  expect((await kemelak.ask({ to: `/api/access/visits?post=${post}`, as: guard })).status).toBe(200);
  expect((await answerTo(kemelak.url, { to: '/health/ready' })).status).toBe(200);
  expect(await kemelak.eventsOf(`visit-${named(`visit ${number}`)}`)).toHaveLength(0);

  double.disk = { free: 500 * mebibyte, total: 1_000 * mebibyte };
  while ((await report(number)).status !== 201) await pause(50);
  expect(await kemelak.eventsOf(`visit-${named(`visit ${number}`)}`)).toHaveLength(1);
}, 120_000);
