import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { eventId, uuidv5 } from '#kernel';
import { openSqliteEventStore } from '#event-store';
import { copy, CannotBeDone, type Telling } from '../../apps/api/src/index.ts';
import { content, wholeLog } from '../../libs/event-store/src/contract/scene.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { noFaults } from '../support/eventstoredb/faults.ts';

/* Moving house: from a folder to EventStoreDB and back, with a server that fails on the way. */

let [double, folder]: [EventStoreDbDouble, string] = [new EventStoreDbDouble(), ''];
beforeEach(async () => {
  double = await EventStoreDbDouble.started();
  folder = mkdtempSync(join(tmpdir(), 'saksi-copy-'));
});
afterEach(() => {
  double.kill();
  rmSync(folder, { recursive: true });
});

const quiet: Telling = { progress: () => undefined, item: async () => undefined, signal: new AbortController().signal };
const configuration = (more: Readonly<Record<string, string>> = {}) =>
  readConfiguration({ SAKSI_DATA: join(folder, 'node'), SAKSI_LOG_LEVEL: 'silent', ...more });
const command = (index: number): string => uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', `moved ${index}`);
const at = (name: string): string => `sqlite:${join(folder, name)}`;

async function record(count: number): Promise<unknown> {
  const store = await openSqliteEventStore({ folder: join(folder, 'house'), reserveBytes: 0 });
  for (let index = 0; index < count; index++) {
    const event = {
      id: eventId(command(index), 0),
      type: 'access.guest-left.v1',
      data: Buffer.from(`{"n":${index}}`),
      metadata: Buffer.from(`{"commandId":"${command(index)}"}`),
    };
    const place = Math.floor(index / 4) - 1;
    await store.append(`visit-${index % 4}`, [event], place === -1 ? 'none' : place, {
      receipt: { command: command(index), user: 'guard', digest: Uint8Array.of(index) },
    });
  }
  const log = (await wholeLog(store)).map(content);
  await store.close();
  return log;
}

it('arrives whole, with faults on the way, and comes back the same with its receipts', async () => {
  const original = await record(40);
  let appends = 0;
  double.faults = { ...noFaults, append: () => (++appends % 5 === 0 ? 'cut-after' : appends % 7 === 0 ? 'not-ready' : 'none') };
  const there = await copy(configuration(), { from: at('house'), to: double.url }, quiet);
  expect(there.events).toBe(40);
  double.faults = noFaults;
  const back = await copy(configuration(), { from: double.url, to: at('back') }, quiet);
  expect(back.digest).toEqual(there.digest);
  const store = await openSqliteEventStore({ folder: join(folder, 'back'), reserveBytes: 0 });
  expect((await wholeLog(store)).map(content)).toEqual(original);
  expect(await store.receipt(command(7))).toMatchObject({ user: 'guard', stream: 'visit-3', firstRevision: 1 });
  await store.close();
}, 120_000);

it('says in a sentence what is no log', async () => {
  await expect(copy(configuration(), { from: at('nowhere'), to: double.url }, quiet)).rejects.toBeInstanceOf(CannotBeDone);
  await expect(copy(configuration(), { from: 'postgres://elsewhere', to: double.url }, quiet)).rejects.toThrow('is no log');
}, 120_000);

it('takes a connection with a password from a file or from the environment, and not from the command line', async () => {
  await record(3);
  const file = join(folder, 'connection');
  writeFileSync(file, `${double.url}\n`);
  const there = await copy(configuration({ SAKSI_EVENTSTOREDB_URL_FILE: file }), { from: at('house'), to: 'esdb' }, quiet);
  const back = await copy(configuration(), { from: `esdb-file:${file}`, to: at('back') }, quiet);
  expect(back.digest).toEqual(there.digest);
  const shown = double.url.replace('//', '//saksi:hunter2@');
  const refused = await copy(configuration(), { from: shown, to: at('elsewhere') }, quiet).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CannotBeDone);
  expect(String(refused)).toMatch(/can be read by everybody.*SAKSI_EVENTSTOREDB_URL_FILE/);
  expect(String(refused)).not.toContain('hunter2');
  await expect(copy(configuration(), { from: 'esdb', to: at('elsewhere') }, quiet)).rejects.toThrow('SAKSI_EVENTSTOREDB_URL, which is not set');
  await expect(copy(configuration(), { from: `esdb-file:${file}.not`, to: at('elsewhere') }, quiet)).rejects.toThrow('cannot be read');
}, 120_000);
