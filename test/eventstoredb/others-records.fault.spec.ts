import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreUnavailable, openEventStoreDb } from '#event-store';
import type { EventStore, EventStoreDbOptions } from '#event-store';
import { uuidv5 } from '#kernel';
import { collected, idsOf, newScene, wholeLog } from '../../libs/event-store/src/contract/scene.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { noFaults } from '../support/eventstoredb/faults.ts';

let double = new EventStoreDbDouble();
const stores: EventStore[] = [];
const open = async (options: Partial<EventStoreDbOptions> = {}): Promise<EventStore> => {
  const store = await openEventStoreDb({ url: double.url, watchEvery: 100, ...options });
  stores.push(store);
  return store;
};
beforeEach(async () => {
  double = await EventStoreDbDouble.started();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  double.kill();
});

/** Records of another application. */
async function foreign(count: number, first = 0): Promise<void> {
  for (let index = first; index < first + count; index++) {
    const id = uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', `foreign ${index}`);
    await double.log.append(`orders-${index}`, [{ id, type: 'order-placed', data: Buffer.from('{}'), metadata: Buffer.from('{}') }], 'none');
  }
}

async function headAtLast(store: EventStore): Promise<bigint> {
  for (;;) {
    try {
      return await store.head();
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
      await pause(20);
    }
  }
}

describe("a server on which others' records are most of the log", () => {
  it('is asked for what came since, and not for all of it, to know where the log ends', async () => {
    const store = await open();
    const scene = await newScene(store);
    await store.append(scene.stream(), scene.events('own', 2), 'none');
    const [other, end] = [await open(), await store.head()];
    await foreign(1_500);
    expect(await store.head()).toBe(end);
    const looked = double.log.looked;
    await foreign(3, 1_500);
    expect(await store.head()).toBe(end);
    // The last record, and from where the last look ended: the double counts every record that it takes up.
    expect(double.log.looked - looked).toBeLessThan(10);
    const { position } = await other.append(scene.stream(), scene.events('later', 1), 1);
    await foreign(3, 1_503);
    expect(await store.head()).toBe(position);
    expect(await other.head()).toBe(position);
  });

  it('is asked again where the log ends when it lost that question, and answers all others', async () => {
    const own = await open();
    const store = await open({ patience: 400, attemptTimeout: 250 });
    const scene = await newScene(own);
    const { position } = await own.append(scene.stream(), scene.events('own', 1), 'none');
    await foreign(5);
    let reads = 0;
    // The second one: the first asks for the last record of all, and that is somebody else's.
    double.faults = { ...noFaults, read: () => (++reads === 2 ? 'no-answer' : 'none') };
    expect(await headAtLast(store)).toBe(position);
    expect(reads).toBeGreaterThan(2);
  });

  it('has an empty log in it until something is appended', async () => {
    await foreign(20);
    const store = await open();
    expect(await store.head()).toBe(0n);
    await foreign(20, 20);
    expect(await store.head()).toBe(0n);
    const scene = await newScene(store);
    const { position } = await store.append(scene.stream(), scene.events('own', 1), 'none');
    expect(await (await open()).head()).toBe(position);
  });
});

describe("a server that passes over others' records for longer than it is waited for", () => {
  const many = 4_096;
  /** For all of them the server takes a second; it is waited for less than half of that. */
  const slow = { ...noFaults, passing: 0.25 };
  const impatient = { patience: 400, attemptTimeout: 250 };

  it('is read from the beginning, from a position and backwards', async () => {
    const store = await open(impatient);
    const scene = await newScene(store);
    const [before, after] = [scene.events('before', 2), scene.events('after', 3)];
    const { position } = await store.append(scene.stream(), before, 'none');
    await foreign(many);
    await store.append(scene.stream(), after, 1);
    double.faults = slow;
    expect(idsOf(await wholeLog(store))).toEqual(idsOf([...before, ...after]));
    expect(idsOf(await collected(store.readAll({ from: position, limit: 2 })))).toEqual(idsOf(after.slice(0, 2)));
    // As a copy of the views asks for the event at a position.
    expect(idsOf(await collected(store.readAll({ from: position - 1n, limit: 2 })))).toEqual(idsOf([...before.slice(1), ...after.slice(0, 1)]));
    expect(idsOf(await collected(store.readAll({ direction: 'backwards' })))).toEqual(idsOf([...before, ...after]).toReversed());
    expect(store.capabilities.away?.()).toBeUndefined();
  });

  it('is read on from where it was when it is killed meanwhile', async () => {
    const store = await open(impatient);
    const scene = await newScene(store);
    await foreign(many);
    await store.append(scene.stream(), scene.events('own', 2), 'none');
    double.faults = slow;
    const reading = wholeLog(store);
    // First by a read that is given up, then by one that says how far it is.
    while (double.log.looked < many) await pause(5);
    double.kill();
    const looked = double.log.looked;
    await double.start();
    expect(idsOf(await reading)).toEqual(idsOf(scene.events('own', 2)));
    expect(double.log.looked - looked).toBeLessThan(many - 1_000);
  });

  it('is asked where the log ends until it knows, and is written to meanwhile', async () => {
    const store = await open(impatient);
    const scene = await newScene(store);
    const { position } = await store.append(scene.stream(), scene.events('own', 2), 'none');
    await store.head();
    await foreign(many);
    double.faults = slow;
    await expect(store.head()).rejects.toThrow('is still being looked through');
    expect(store.capabilities.away?.()).toBeUndefined();
    let looks = 1;
    for (let head: bigint | undefined; head === undefined; looks++) {
      head = await store.head().catch((error: unknown) => {
        if (!(error instanceof EventStoreUnavailable)) throw error;
        return undefined;
      });
      if (head !== undefined) expect(head).toBe(position);
    }
    // Each look goes on where the one before it gave up.
    expect(looks).toBeLessThan(10);
    expect(double.log.looked).toBeLessThan(2 * many);
    expect(await store.append(scene.stream(), scene.events('later', 1), 1)).toMatchObject({ lastRevision: 2, repeated: false });
  });

  it('is opened for a log that is empty yet', async () => {
    await foreign(many);
    double.faults = slow;
    const store = await open(impatient);
    expect(await store.head()).toBe(0n);
    expect(await wholeLog(store)).toEqual([]);
  });
});
