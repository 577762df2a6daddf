import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '#kernel';
import { loadMasterKey, openVault } from '#vault';
import { seeded } from '../../libs/event-store/src/contract/random.ts';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { commitmentsIn, logOf } from '../support/server/log.ts';
import type { LoggedEvent } from '../support/server/log.ts';
import { orHang, Server } from '../support/server/server.ts';
import { setStage } from '../support/server/stage.ts';
import { doneAgain, noticed, open } from './deadlines.ts';
import { tablesOf } from './read-models.ts';
import { send, Writer } from './writer.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 50);
const seed = Number(process.env['KILL_SEED'] ?? 2024);
/** Nobody asks these servers anything: a start is most of what a round costs, and each thread a part of it. */
const settings = { SAKSI_QUERY_READERS: '1' };
/** One round that takes longer hangs. */
const hang = Number(process.env['KILL_HANG'] ?? 120_000);

describe(`a server killed ${rounds} times at random instants while clients record (seed ${seed})`, () => {
  const { folder, remove } = temporaryFolder();
  const random = seeded(seed);
  let writer: Writer;
  let events: readonly LoggedEvent[];
  let server: Server | undefined;

  /** Kills now and then while it still starts, else once so many more commands are acknowledged, and a moment later. */
  async function round(number: number): Promise<void> {
    const killed = await Server.spawn({ folder, settings });
    server = killed;
    if (number % 8 === 7) {
      await pause(random(1_000));
      return killed.kill();
    }
    const api = new Api(await killed.url(hang));
    const gone = new AbortController();
    const until = writer.acknowledged + random(40);
    const recording = writer.record(api, gone.signal);
    while (writer.acknowledged < until) await pause(1);
    await pause(random(20));
    gone.abort();
    await killed.kill();
    await recording;
    await api.close();
  }

  /** Every deadline has passed, and nothing is left to be done. */
  async function settled(running: Server): Promise<readonly LoggedEvent[]> {
    for (let before = -1; ;) {
      const log = await logOf(running);
      if (open(log).length === 0 && log.length === before) return log;
      before = log.length;
      await pause(500);
    }
  }

  beforeAll(
    async () => {
      writer = new Writer(await setStage(folder), seed, random);
      for (let number = 0; number < rounds; number++) {
        await orHang(round(number), hang, () => `Round ${number} hangs after ${writer.acknowledged} acknowledged commands. ${writer.surprises.join('\n')}`);
      }
      server = await Server.start({ folder, settings });
      const api = new Api(await server.url());
      await writer.settle(api);
      await api.close();
      // The longest time that a visit was allowed from any instant is four seconds.
      await pause(4_000);
      events = await orHang(settled(server), hang, () => 'Processes do not settle.');
    },
    rounds * 10_000 + 300_000,
  );

  afterAll(async () => {
    await server?.kill();
    remove();
  });

  const inLog = (): ReadonlyMap<string, readonly LoggedEvent[]> => Map.groupBy(events, ({ metadata }) => metadata.commandId);

  it('was asked for nothing that it refused', () => {
    expect(writer.surprises).toEqual([]);
    expect(writer.acknowledged).toBeGreaterThan(rounds);
  });

  it('has every acknowledged command once, where its receipt says, and every other at most once', () => {
    const found = inLog();
    for (const { key, acknowledged, name } of writer.told) {
      const stand = found.get(key)?.map(({ stream, revision, position }) => ({ stream, revision, position })) ?? [];
      if (acknowledged)
        expect([name, stand]).toEqual([name, [{ stream: acknowledged.stream, revision: acknowledged.firstRevision, position: acknowledged.position }]]);
      else expect([name, stand.length <= 1]).toEqual([name, true]);
    }
  });

  it('has no event twice, and none that nobody told', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(new Set(events.map(({ stream, revision }) => `${stream} ${revision}`)).size).toBe(events.length);
    const told = new Set(writer.told.map(({ key }) => key));
    const byGuard = events.filter(({ metadata: { actor, method } }) => actor.role === 'guard' && method !== 'paper');
    expect(byGuard.filter(({ metadata }) => !told.has(metadata.commandId))).toEqual([]);
  });

  it('gives the first answer again to the same key', async () => {
    const api = new Api((await server?.url()) ?? '');
    for (const sent of writer.told.filter(({ acknowledged }, index) => acknowledged && index % 7 === 0)) {
      const { status, headers, body } = await send(api, sent);
      expect([status, headers['saksi-repeated'], JSON.parse(body)]).toEqual([201, 'true', sent.acknowledged]);
    }
    await api.close();
  }, 120_000);

  it('acted on every deadline and on every line of a page, once', () => {
    expect(doneAgain(events)).toEqual([]);
    expect(noticed(events)).toBeGreaterThan(0);
    for (const [command, written] of inLog()) expect([command, new Set(written.map(({ stream }) => stream)).size]).toEqual([command, 1]);
  });

  it('is sound: log, vault, search and views', async () => {
    const { findings } = ((await server?.operate('doctor')) ?? {}) as { findings: readonly { name: string; ok: boolean; say: string }[] };
    expect(findings.length).toBeGreaterThan(6);
    // How much room this machine's temporary folder has is no concern of this test.
    expect(findings.filter(({ name, ok }) => !ok && name !== 'disk')).toEqual([]);
  }, 120_000);

  it('has views as a rebuild makes them', async () => {
    const before = await tablesOf(folder);
    expect(Object.keys(before).length).toBeGreaterThan(10);
    await server?.operate('rebuild');
    expect(await tablesOf(folder)).toEqual(before);
  }, 300_000);

  it('has the disclosures of every event, also of those that nobody was told of', async () => {
    expect(await server?.stop()).toBe(0);
    const masterKey = loadMasterKey({ file: join(folder, 'master.key') });
    const vault = await openVault({ folder: join(folder, 'vault'), masterKey, clock: systemClock });
    const named = [...new Set(events.filter(({ type }) => type.startsWith('access.')).flatMap(({ data }) => commitmentsIn(data)))];
    const revealed = await vault.reveal(named);
    const integrity = await vault.checkIntegrity();
    await vault.close();
    expect(named.filter((commitment) => !revealed.has(commitment))).toEqual([]);
    const values = new Set([...revealed.values()].map(({ value }) => value));
    const reported = writer.told.filter(({ name, acknowledged }) => name === 'access.report-guest' && acknowledged);
    expect(reported.length).toBeGreaterThan(0);
    for (const { body } of reported) expect(values).toContain((body as { name: { value: string } }).name.value);
    expect(integrity).toMatchObject({ damagedSubjects: [], damagedDisclosures: [], damagedSegments: [] });
  }, 120_000);
});
