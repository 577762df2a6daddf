import { eventStoreContract } from '../contract/event-store-contract.ts';
import { openMemoryEventStore } from './memory-event-store.ts';
import { emptyMemoryLog } from './memory-log.ts';

eventStoreContract('memory', async () => {
  const options = { log: emptyMemoryLog(), batchEvents: 7 };
  let store = openMemoryEventStore(options);
  return {
    store,
    reopen: async (how) => {
      if (how === 'after a close') await store.close();
      store = openMemoryEventStore(options);
      return store;
    },
    close: () => store.close(),
  };
});
