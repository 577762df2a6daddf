import { once } from 'node:events';
import { seeded } from '../contract/random.ts';
import { wholeLog } from '../contract/scene.ts';
import { FolderLocked } from '../errors.ts';
import { Child } from '../testing/child.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqliteEventStore } from './open.ts';

const rounds = 10;

describe('when the process is killed', () => {
  it(`has everything it acknowledged, and nothing in part, after ${rounds} times SIGKILL on one log`, async () => {
    const { folder, remove } = temporaryFolder();
    const random = seeded(9);
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const child = new Child('recording', [folder]);
      expect(await child.line()).toBe('ready');
      for (let lines = 20 + random(150); lines > 0; lines--) acknowledged.push((await child.line()) ?? '');
      const ended = once(child.process, 'exit');
      child.process.kill('SIGKILL');
      for (let line = await child.line(); line !== undefined; line = await child.line()) acknowledged.push(line);
      await ended;
    }
    const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
    const log = await wholeLog(store);
    const stood = new Map(log.map((event) => [`${event.stream} ${event.revision}`, event]));
    for (const line of acknowledged.filter((complete) => complete.split(' ').length === 5)) {
      const [stream = '', first = '', one, two, position] = line.split(' ');
      const last = stood.get(`${stream} ${Number(first) + 1}`);
      expect([stood.get(`${stream} ${first}`)?.id, last?.id, String(last?.position)]).toEqual([one, two, position]);
    }
    expect(acknowledged.length).toBeGreaterThan(rounds * 20);
    expect(log.length % 2).toBe(0);
    expect(await store.capabilities.maintenance?.checkIntegrity()).toMatchObject({ events: log.length, problems: [] });
    await store.close();
    remove();
  }, 120_000);

  it('refuses a second process while the first one lives, says which, and lets it in afterwards', async () => {
    const { folder, remove } = temporaryFolder();
    const child = new Child('recording', [folder]);
    expect(await child.line()).toBe('ready');
    const refused: unknown = await openSqliteEventStore({ folder }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderLocked);
    expect(refused).toMatchObject({
      message: `Another Saksi (process ${child.process.pid}) is using ${folder}. Stop it first, or choose another folder with SAKSI_DATA.`,
    });
    await child.kill();
    const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
    await expect(openSqliteEventStore({ folder })).rejects.toBeInstanceOf(FolderLocked);
    await store.close();
    remove();
  }, 60_000);
});
