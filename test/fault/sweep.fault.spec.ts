import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { systemClock, uuidv5 } from '#kernel';
import { loadMasterKey, openVault, type Vault } from '#vault';
import { alterDatabase } from '../../libs/vault/src/testing/alter.ts';
import { seeded } from '../../libs/event-store/src/contract/random.ts';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { commitmentsIn, logOf } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { setStage, type Stage } from '../support/server/stage.ts';

/* A server that is killed between vault and log, so that the values of a command are kept and its event never comes. */

const { folder, remove } = temporaryFolder();
const files = join(folder, 'vault');
const week = 7 * 86_400_000;
let stage: Stage;
let server: Server | undefined;

beforeAll(async () => {
  stage = await setStage(folder);
});
afterAll(async () => {
  await server?.kill();
  remove();
});

const id = (name: string): string => uuidv5(stage.posts[0]?.post ?? '', name);

async function report(api: Api, name: string): Promise<number> {
  const { status } = await api.command('access.report-guest', stage.people.guard.token, id(`report ${name}`), {
    visit: id(`visit ${name}`),
    post: stage.posts[0]?.post,
    guest: id(`guest ${name}`),
    name: { value: `Tamu ${name}` },
    identityType: 'ktp',
    identityNumber: { value: `1601${name}` },
    purpose: { value: 'Mengantar segel.' },
    minutesAllowed: 60,
  });
  return status;
}

async function withVault<Result>(work: (vault: Vault) => Promise<Result>): Promise<Result> {
  const vault = await openVault({ folder: files, masterKey: loadMasterKey({ file: join(folder, 'master.key') }), clock: systemClock });
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
}

const kept = async (): Promise<number> => Number(await alterDatabase(files, 'SELECT count(*) FROM disclosure'));
const age = (): Promise<unknown> => alterDatabase(files, `UPDATE disclosure SET at = at - ${week + 60_000}`);

/** Values that nobody ever told, as a server leaves them that was killed right after it had kept them. */
const leave = (from: number, count: number): Promise<readonly string[]> =>
  withVault(async (vault) => {
    const left = Array.from({ length: count }, (_, n) => {
      const of = { commandId: id(`left ${from + n}`), subject: id(`guest ${from + n}`), path: 'access.report-guest.name', value: `Sisa ${from + n}` };
      return { ...of, ...vault.commit(of), kind: 'name', about: [] } as const;
    });
    await vault.keep(left);
    return left.map(({ commitment }) => commitment);
  });

/** What the log names, and what is found of it in the vault. */
async function named(running: Server): Promise<readonly string[]> {
  const log = await logOf(running);
  return [...new Set(log.filter(({ type }) => type.startsWith('access.')).flatMap(({ data }) => commitmentsIn(data)))];
}

it('leaves what was kept, and removes it a week later; nothing else', async () => {
  server = await Server.start({ folder });
  let api = new Api(await server.url());
  expect(await report(api, 'recorded')).toBe(201);
  const before = await kept();

  const holder = new Worker(new URL('./hold-log.worker.ts', import.meta.url), { workerData: join(folder, 'log.db') });
  await once(holder, 'message');
  const cut = report(api, 'cut').catch(() => undefined);
  while ((await kept()) === before) await pause(50);
  await server.kill();
  expect([await cut, await kept()]).toEqual([undefined, before + 3]);
  holder.postMessage('end');
  await once(holder, 'exit');

  server = await Server.start({ folder });
  api = new Api(await server.url());
  expect(await report(api, 'young')).toBe(201);
  await server.stop();
  expect(await kept()).toBe(before + 6);

  await age();
  server = await Server.start({ folder });
  while ((await kept()) > before + 3) await pause(100);
  api = new Api(await server.url());
  let metrics = '';
  for (; !/^saksi_vault_unused_removed 3$/m.test(metrics); await pause(50)) metrics = (await api.ask('/metrics', undefined)).body;
  const names = await named(server);
  await server.stop();
  expect(server.output).toMatch(/"deleted":3.*removed from the vault/);
  expect(server.output).not.toContain('Tamu cut');
  await withVault(async (vault) => {
    expect((await vault.reveal(names)).size).toBe(names.length);
    expect((await vault.search({ kind: 'name', text: 'cut' })).found).toEqual([]);
    expect((await vault.search({ kind: 'name', text: 'recorded' })).found).toHaveLength(1);
  });

  // The phone that never heard tells it again: it is recorded as if for the first time.
  server = await Server.start({ folder });
  api = new Api(await server.url());
  expect(await report(api, 'cut')).toBe(201);
  expect(await kept()).toBe(before + 6);
  await api.close();
  await server.stop();
}, 120_000);

it('removes it all the same when it is killed again and again meanwhile, and never what an event names', async () => {
  const random = seeded(2024);
  const left = [...(await leave(0, 1_500))];
  server = await Server.start({ folder });
  const api = new Api(await server.url());
  for (let n = 0; n < 20; n++) expect(await report(api, `between ${n}`)).toBe(201);
  await api.close();
  await server.stop();
  left.push(...(await leave(1_500, 1_500)));
  await age();

  for (let round = 0; round < 6; round++) {
    server = await Server.spawn({ folder });
    await pause(200 + random(800));
    await server.kill();
  }
  server = await Server.start({ folder });
  const names = await named(server);
  while ((await kept()) > names.length) await pause(100);
  await server.stop();
  await withVault(async (vault) => {
    expect((await vault.reveal(names)).size).toBe(names.length);
    expect((await vault.reveal(left)).size).toBe(0);
    expect(await vault.checkIntegrity()).toMatchObject({ damagedSubjects: [], damagedDisclosures: [], damagedSegments: [] });
    expect((await vault.search({ kind: 'name', text: 'sisa' })).found).toEqual([]);
  });
}, 180_000);
