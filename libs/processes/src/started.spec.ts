import { emptyMemoryLog, openMemoryEventStore, type EventStore } from '#event-store';
import { settableClock } from '#kernel';
import { startedAt } from './started.ts';

const name = 'watch-the-doors';

it('is since the first start, on whichever node that was', async () => {
  const log = emptyMemoryLog();
  const first = await startedAt(name, openMemoryEventStore({ log }), settableClock(1_000));
  expect([first, await startedAt(name, openMemoryEventStore({ log }), settableClock(2_000))]).toEqual([1_000, 1_000]);
});

it('is the same for two nodes that start it at the same time, whose events have one id and different instants', async () => {
  const log = emptyMemoryLog();
  const store = openMemoryEventStore({ log });
  let looks = 0;
  /** Sees the stream as it was before the other node's event, as it does who looked a moment earlier. */
  const slower: EventStore = {
    ...store,
    append: (...append) => store.append(...append),
    readStream: (...read) => (looks++ === 0 ? none() : store.readStream(...read)),
    readAll: (...read) => store.readAll(...read),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    receipt: (command) => store.receipt(command),
    onAppended: (listener) => store.onAppended(listener),
    close: () => store.close(),
  };
  expect(await startedAt(name, store, settableClock(1_000))).toBe(1_000);
  expect(await startedAt(name, slower, settableClock(2_000))).toBe(1_000);
});

async function* none(): AsyncGenerator<never> {
  // Nothing stands there yet.
}
