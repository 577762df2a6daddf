import { Worker } from 'node:worker_threads';
import { newScene, idsOf } from '../contract/scene.ts';
import { seeded } from '../contract/random.ts';
import { OutcomeUnknown } from '../errors.ts';
import { KillableThreads } from '../testing/killable-threads.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openWithThreads } from './open.ts';
import { startThread, type StartThread } from './thread.ts';

describe('when the writing thread dies', () => {
  it('answers every append that was under way with what is in the log, in 15 rounds', async () => {
    const { folder, remove } = temporaryFolder();
    const threads = new KillableThreads();
    const store = await openWithThreads({ folder, reserveBytes: 0 }, threads.start);
    const random = seeded(7);
    const scene = await newScene(store);
    let expected = 0;
    for (let round = 0; round < 15; round++) {
      const clients = Array.from({ length: 8 }, async (_, client) => {
        const stream = scene.stream(`${round} ${client}`);
        for (let revision = -1; revision < 9; revision++) {
          const { lastRevision } = await store.append(stream, scene.events(`${round} ${client} ${revision}`, 1), revision === -1 ? 'none' : revision);
          expect(lastRevision).toBe(revision + 1);
        }
      });
      expected += 80;
      const appended = new Promise<void>((resolve) => {
        let pokes = random(6);
        const leave = store.onAppended(() => {
          if (pokes-- > 0) return;
          leave();
          resolve();
        });
      });
      await appended;
      await threads.kill('writer');
      await Promise.all(clients);
    }
    const log = await scene.readLog();
    expect(log).toHaveLength(expected);
    expect(new Set(idsOf(log)).size).toBe(expected);
    expect(threads.started.get('writer')).toBe(16);
    await store.close();
    remove();
  }, 60_000);

  it('starts reading threads again, too', async () => {
    const { folder, remove } = temporaryFolder();
    const threads = new KillableThreads();
    const store = await openWithThreads({ folder, reserveBytes: 0 }, threads.start);
    const scene = await newScene(store);
    await store.append(scene.stream(), scene.events('event', 3), 'none');
    for (let round = 0; round < 3; round++) {
      const [reading] = await Promise.all([scene.readLog(), threads.kill('reader')]);
      expect(reading).toHaveLength(3);
    }
    await store.close();
    remove();
  }, 60_000);
});

describe('when the disk reports an error at the commit', () => {
  const open = async (kept: boolean, options: { resolveWithin?: number } = {}) => {
    const { folder, remove } = temporaryFolder();
    const switches = new Int32Array(new SharedArrayBuffer(8));
    switches[1] = kept ? 1 : 0;
    const start: StartThread = (name, settings) =>
      name === 'writer'
        ? new Worker(new URL('../testing/doubtful-writer.worker.ts', import.meta.url), {
            ...settings,
            workerData: { ...(settings.workerData as object), switches },
          })
        : startThread(name, settings);
    const store = await openWithThreads({ folder, reserveBytes: 0, ...options }, start);
    const scene = await newScene(store);
    return { store, scene, failNext: (commits: number) => Atomics.store(switches, 0, commits), end: () => store.close().then(remove) };
  };

  it.each([true, false])(
    'looks before it answers, and records once (the disk kept it: %s)',
    async (kept) => {
      const { store, scene, failNext, end } = await open(kept);
      await store.append(scene.stream(), scene.events('before', 1), 'none');
      failNext(1);
      const appends = [store.append(scene.stream(), scene.events('doubtful', 2), 0), store.append(scene.stream('other'), scene.events('other', 1), 'none')];
      expect(await Promise.all(appends)).toMatchObject([
        { firstRevision: 1, lastRevision: 2, repeated: kept },
        { lastRevision: 0, repeated: kept },
      ]);
      expect(idsOf(await scene.readLog())).toEqual(['before 0', 'doubtful 0', 'doubtful 1', 'other 0'].map(scene.id));
      await store.append(scene.stream(), scene.events('after', 1), 2);
      await end();
    },
    60_000,
  );

  it('says so when it cannot be known, recovers, and the repetition is right', async () => {
    const { store, scene, failNext, end } = await open(true);
    failNext(1_000);
    // The disk keeps the first attempt; each later one only finds it, and cannot even end its transaction.
    await expect(store.append(scene.stream(), scene.events('doubtful', 1), 'none')).rejects.toBeInstanceOf(OutcomeUnknown);
    failNext(0);
    expect(await store.append(scene.stream(), scene.events('doubtful', 1), 'none')).toMatchObject({ repeated: true });
    expect(await scene.readLog()).toHaveLength(1);
    await end();
  }, 60_000);

  it('stops waiting when the time of the caller is over, and says what it knows', async () => {
    const { store, scene, failNext, end } = await open(false);
    failNext(3);
    const doubtful = store.append(scene.stream(), scene.events('doubtful', 1), 'none', { within: 30 });
    await expect(doubtful).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(store.append(scene.stream(), scene.events('late', 1), 'none', { within: 0 })).rejects.toMatchObject({
      name: 'EventStoreUnavailable',
    });
    await end();
  }, 60_000);
});
