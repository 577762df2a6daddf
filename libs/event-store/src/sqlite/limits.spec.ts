import { newScene } from '../contract/scene.ts';
import { InvalidAppend } from '../errors.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqliteEventStore } from './open.ts';
import type { SqliteEventStoreOptions } from './options.ts';

describe('limits', () => {
  const opened = async (options: Partial<SqliteEventStoreOptions>) => {
    const { folder, remove } = temporaryFolder();
    const store = await openSqliteEventStore({ folder, reserveBytes: 0, ...options });
    return { store, scene: await newScene(store), end: () => store.close().then(remove) };
  };

  it.each<[string, Partial<SqliteEventStoreOptions>]>([
    ['events', { maxQueuedEvents: 10 }],
    ['bytes', { maxQueuedBytes: 1_000 }],
  ])(
    'refuse what would make the queue too long, in %s, and take it when it is short again',
    async (_, options) => {
      const { store, scene, end } = await opened(options);
      const appends = Array.from({ length: 30 }, (_, index) => store.append(scene.stream(`${index}`), scene.events(`${index}`, 2), 'none'));
      const outcomes = await Promise.allSettled(appends);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.length).toBeGreaterThan(10);
      for (const { reason } of refused) expect(reason).toMatchObject({ name: 'EventStoreUnavailable', retryAfter: 1 });
      expect(await scene.readLog()).toHaveLength(2 * (30 - refused.length));
      await expect(store.append(scene.stream('29'), scene.events('29', 2), 'none')).resolves.toMatchObject({ repeated: false });
      await end();
    },
    60_000,
  );

  it('take an append that is larger than the queue when nothing else waits', async () => {
    const { store, scene, end } = await opened({ maxQueuedEvents: 10 });
    await expect(store.append(scene.stream(), scene.events('many', 25), 'none')).resolves.toMatchObject({ lastRevision: 24 });
    await end();
  }, 60_000);

  it('refuse an append that is too large by itself', async () => {
    const { store, scene, end } = await opened({ maxAppendEvents: 3, maxAppendBytes: 2_000 });
    await expect(store.append(scene.stream(), scene.events('many', 4), 'none')).rejects.toBeInstanceOf(InvalidAppend);
    await expect(store.append(scene.stream(), [scene.event('large', { data: 'x'.repeat(2_000) })], 'none')).rejects.toBeInstanceOf(InvalidAppend);
    await end();
  }, 60_000);

  it('refuse reads beyond what may wait', async () => {
    const { scene, end } = await opened({ maxQueuedReads: 3 });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => scene.readLog()));
    expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(3).fill('fulfilled'), ...Array<string>(5).fill('rejected')]);
    for (const outcome of outcomes.slice(3)) expect(outcome).toMatchObject({ reason: { name: 'EventStoreUnavailable' } });
    await end();
  }, 60_000);

  it('end a batch by bytes, and lose nothing', async () => {
    const { store, scene, end } = await opened({ batchBytes: 500 });
    await store.append(scene.stream(), scene.events('many', 40), 'none');
    const sizes: number[] = [];
    for await (const batch of store.readAll()) sizes.push(batch.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40);
    expect(Math.max(...sizes)).toBeLessThan(10);
    await end();
  }, 60_000);

  it('let what was accepted finish when the store is closed', async () => {
    const { store, scene, end } = await opened({});
    const appends = Array.from({ length: 20 }, (_, index) => store.append(scene.stream(`${index}`), scene.events(`${index}`, 1), 'none'));
    const closing = end();
    expect(await Promise.all(appends)).toHaveLength(20);
    await closing;
  }, 60_000);
});
