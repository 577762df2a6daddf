import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfiguration, type Configuration } from '#configuration';
import { createLog } from '#http';
import { listen, openSaksi, operations, restoreReadModels } from '../../apps/api/src/index.ts';
import { Writable } from 'node:stream';
import { answerTo } from '../integration/support/ask.ts';
import { named, openKemelak, post, type Kemelak } from '../integration/support/kemelak.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { noFaults } from '../support/eventstoredb/faults.ts';

/* Another server of Saksi on the same log, which starts with nothing, or with a copy of the first one's views. */

let [double, kemelak]: [EventStoreDbDouble, Kemelak] = [new EventStoreDbDouble(), undefined as never];
const folders: string[] = [];
const nodeOn = (url: string): Configuration => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-new-node-'));
  folders.push(folder);
  return readConfiguration({ SAKSI_DATA: folder, SAKSI_PORT: '0', SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: url });
};

beforeAll(async () => {
  double = await EventStoreDbDouble.started();
  kemelak = await openKemelak({ settings: { SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: double.url } });
  for (let guest = 0; guest < 20; guest++) await kemelak.person(`guard ${guest}`, 'guard', { post });
}, 60_000);
afterAll(async () => {
  await kemelak.close();
  double.kill();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

it('is not ready until it has caught up with the log, and says how far it is: to whoever asks, in its log and in its figures', async () => {
  const said: string[] = [];
  const log = createLog({ level: 'info', destination: new Writable({ write: (line, _, done) => (said.push(String(line)), done()) }) });
  // The log arrives five events at a time until more is let through.
  let [arrived, letThrough] = [0, 5];
  double.faults = { ...noFaults, checkpoint: () => 'none', subscription: () => (arrived++ < letThrough ? 'none' : 'silent') };
  const saksi = await openSaksi(nodeOn(double.url), { clock: kemelak.clock, log, processes: false, ownProcess: false });
  const server = await listen(saksi);
  const ready = () => answerTo(server.url, { to: '/health/ready' });
  const figures = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  try {
    const waiting = await ready();
    expect([waiting.status, waiting.body['checks']]).toEqual([
      503,
      { server: 'ready', log: 'ready', vault: 'ready', views: expect.stringMatching(/access is rebuilding \(\d+ of \d+\)/) as string },
    ]);
    expect(await figures()).toMatch(/^saksi_views_live\{context="access"\} 0$/m);
    expect(said.join('')).toMatch(/"context":"access","state":"rebuilding","position":"\d+","head":"\d+".*The views are not up to date with the log yet/);
    letThrough = Infinity;
    double.faults = noFaults;
    while ((await ready()).status !== 200) await pause(20);
    const head = await saksi.store.head();
    expect(await figures()).toMatch(/^saksi_views_live\{context="access"\} 1$/m);
    expect(await figures()).toMatch(new RegExp(`^saksi_views_position\\{context="access"\\} ${head}$`, 'm'));
    expect(await figures()).toMatch(/^saksi_log_away_seconds 0$/m);
  } finally {
    await server.close();
    await saksi.close();
  }
}, 120_000);

it('starts with a copy of the views of another one, and goes on from there', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'saksi-copy-'));
  folders.push(copy);
  await kemelak.saksi.readModels.caughtUp(await kemelak.saksi.store.head());
  const telling = { progress: () => undefined, item: async () => undefined, signal: new AbortController().signal };
  await operations.get('read-models.snapshot')?.run(kemelak.saksi, { to: copy }, { user: 'spec' }, telling);
  await kemelak.person('later', 'guard', { post });
  const configuration = nodeOn(double.url);
  const { contexts } = await restoreReadModels(configuration, { from: copy });
  expect(Object.keys(contexts).sort()).toEqual(
    kemelak.saksi.readModels
      .status()
      .map(({ context }) => context)
      .sort(),
  );
  expect(readFileSync(join(configuration.SAKSI_DATA, 'read-models', 'access.current'), 'utf8')).toContain(contexts['access']?.version);
  const saksi = await openSaksi(configuration, { clock: kemelak.clock, processes: false, ownProcess: false, log: createLog({ level: 'silent' }) });
  expect(saksi.readModels.status().map(({ state }) => state.kind)).not.toContain('rebuilding');
  await saksi.readModels.caughtUp(await saksi.store.head());
  expect((await saksi.identity.loadAccount(named('later'))).status).toBe('open');
  await saksi.close();

  const another = await EventStoreDbDouble.started();
  await expect(restoreReadModels(nodeOn(another.url), { from: copy })).rejects.toThrow(/was not restored\. It was made from another log/);
  another.kill();
}, 120_000);
