import { eventStoreContract } from '../contract/event-store-contract.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from './temporary-folder.ts';

eventStoreContract('sqlite', async () => {
  const { folder, remove } = temporaryFolder();
  const options = { folder, reserveBytes: 0, batchEvents: 7 };
  const stores = [await openSqliteEventStore(options)];
  const [store] = stores;
  if (!store) throw new Error('No store was opened.');
  return {
    store,
    reopen: async () => {
      await stores.at(-1)?.close();
      const next = await openSqliteEventStore(options);
      stores.push(next);
      return next;
    },
    close: async () => {
      await stores.at(-1)?.close();
      remove();
    },
  };
});
