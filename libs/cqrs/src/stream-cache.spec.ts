import { emptyMemoryLog, EventStoreUnavailable, openMemoryEventStore, toNewEvent } from '#event-store';
import type { EventStore, Following, StoredEvent } from '#event-store';
import { event, stream, uuidv5 } from '#kernel';
import type { Metadata } from '#kernel';
import { StreamCache } from './stream-cache.ts';

const counted = event('test.counted.v1')<{ by: number }>();
const tally = stream<{ sum: number }, ReturnType<typeof counted>>({
  kind: 'tally',
  initial: { sum: 0 },
  evolve: { 'test.counted.v1': ({ sum }, { by }) => ({ sum: sum + by }) },
});
const one = tally.at(uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'tally'));
const id = (revision: number): string => uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', `event ${revision}`);
const metadata: Metadata = {
  commandId: id(-1),
  correlationId: id(-1),
  causationId: id(-1),
  actor: { user: id(-2), role: 'guard' },
  occurredAt: '2023-12-01T02:00:00+07:00',
  effectiveAt: 0,
  recordedAt: 0,
  voice: 'asked',
  decidedOn: { streams: {} },
};

/** A log that others append to; what this process hears of it, and when, is up to the example. */
function sharedLog() {
  const log = openMemoryEventStore({ log: emptyMemoryLog() });
  const told = { listeners: [] as ((event: StoredEvent) => void)[], looks: 0, reads: 0, heardAll: (): Promise<boolean> => Promise.resolve(true) };
  const following: Following = {
    listen: (listener) => {
      told.listeners.push(listener);
      return () => undefined;
    },
    heardAll: () => {
      told.looks++;
      return told.heardAll();
    },
  };
  let whileReading: (() => Promise<unknown>) | undefined;
  const store: EventStore = {
    capabilities: { receipts: true, soleWriter: false, following },
    append: (...append) => log.append(...append),
    receipt: (command) => log.receipt(command),
    readAll: (options) => log.readAll(options),
    subscribe: (options) => log.subscribe(options),
    head: () => log.head(),
    onAppended: (listener) => log.onAppended(listener),
    close: () => log.close(),
    async *readStream(name, options) {
      told.reads++;
      const batches = [];
      for await (const batch of log.readStream(name, options)) batches.push(batch);
      await whileReading?.();
      whileReading = undefined;
      yield* batches;
    },
  };
  /** Another process counts; this one hears of it when the example says so. */
  const other = async (revision: number, { heard = true } = {}): Promise<void> => {
    await log.append(one.name, [toNewEvent(id(revision), counted({ by: 1 }), metadata)], revision === 0 ? 'none' : revision - 1);
    if (!heard) return;
    for await (const batch of log.readStream(one.name, { from: revision })) for (const each of batch) for (const listener of told.listeners) listener(each);
  };
  return { store, told, other, meanwhile: (work: () => Promise<unknown>) => (whileReading = work), streams: new StreamCache(store, { streams: 10 }) };
}

it('reads a stream once, as long as nothing of it is heard', async () => {
  const { streams, told, other } = sharedLog();
  await other(0);
  for (let load = 0; load < 3; load++) expect(await streams.load(one)).toEqual({ state: { sum: 1 }, revision: 0 });
  expect(told.reads).toBe(1);
});

it('reads what came after when something of it was heard', async () => {
  const { streams, told, other } = sharedLog();
  await other(0);
  await streams.load(one);
  await other(1);
  expect(await streams.load(one)).toEqual({ state: { sum: 2 }, revision: 1 });
  expect(await streams.load(one)).toEqual({ state: { sum: 2 }, revision: 1 });
  expect(told.reads).toBe(2);
});

it('does not miss what was heard while the stream was read', async () => {
  const { streams, other, meanwhile } = sharedLog();
  await other(0);
  meanwhile(() => other(1));
  expect((await streams.load(one)).revision).toBe(0);
  expect((await streams.load(one)).revision).toBe(1);
});

it('does not miss what others appended behind the own append, heard before its answer', async () => {
  const { streams, other } = sharedLog();
  await other(0);
  const before = await streams.load(one);
  await other(1);
  await other(2);
  streams.appended(one, before, [{ id: id(1), stream: one.name, revision: 1, position: 2n, ...counted({ by: 1 }), metadata }]);
  expect((await streams.load(one)).revision).toBe(2);
});

it('asks the log itself when hearing takes long', async () => {
  const { streams, told, other } = sharedLog();
  await other(0);
  await streams.load(one);
  await other(1, { heard: false });
  told.heardAll = () => Promise.resolve(false);
  expect((await streams.load(one)).revision).toBe(1);
});

it('asks once how far the log goes, for all that is loaded as of one instant', async () => {
  const { streams, told, other } = sharedLog();
  await other(0);
  await streams.load(one);
  await streams.asOfNow(async () => {
    expect(streams.folded(one)).toBeUndefined();
    await Promise.all([streams.load(one), streams.load(one)]);
    await streams.load(one);
    expect(streams.folded(one)).toEqual({ state: { sum: 1 }, revision: 0 });
    await other(1);
    expect(streams.folded(one)).toBeUndefined();
  });
  expect(told.looks).toBe(1);
  await streams.load(one);
  await streams.load(one);
  expect(told.looks).toBe(2);
});

it('gives the stream as it was last known to those who may go on while the log is away', async () => {
  const { streams, told, other } = sharedLog();
  await other(0);
  await streams.load(one);
  told.heardAll = () => Promise.reject(new EventStoreUnavailable('away'));
  await expect(streams.load(one)).rejects.toThrow(EventStoreUnavailable);
  expect(await streams.loadOrLast(one)).toEqual({ state: { sum: 1 }, revision: 0 });
});

it('presumes only of what it knows nothing of, and believes an append', async () => {
  const { streams, told, other } = sharedLog();
  const presumed = streams.presumeNew(one);
  expect(presumed).toEqual({ state: { sum: 0 }, revision: -1 });
  await other(0);
  streams.appended(one, presumed ?? { state: { sum: 0 }, revision: -1 }, [
    { id: id(0), stream: one.name, revision: 0, position: 1n, ...counted({ by: 1 }), metadata },
  ]);
  expect(await streams.load(one)).toEqual({ state: { sum: 1 }, revision: 0 });
  expect(told.reads).toBe(0);
  expect(streams.presumeNew(one)).toBeUndefined();
});

it('does not take a presumption for knowledge', async () => {
  const { streams, other } = sharedLog();
  await other(0);
  streams.presumeNew(one);
  expect((await streams.load(one)).revision).toBe(0);
});
