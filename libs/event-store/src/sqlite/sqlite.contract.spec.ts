import { eventStoreContract } from '../contract/event-store-contract.ts';
import { KillableThreads } from '../testing/killable-threads.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openWithThreads } from './open.ts';

// Batches of a few events, so that every clause crosses the edge of a batch.
eventStoreContract('sqlite', async () => {
  const { folder, remove } = temporaryFolder();
  const options = { folder, reserveBytes: 0, batchEvents: 7, scanEvents: 5 };
  let threads = new KillableThreads();
  let store = await openWithThreads(options, threads.start);
  return {
    store,
    reopen: async (how) => {
      if (how === 'after a crash') await threads.killAll();
      await store.close();
      threads = new KillableThreads();
      store = await openWithThreads(options, threads.start);
      return store;
    },
    close: async () => {
      await store.close();
      remove();
    },
  };
});
