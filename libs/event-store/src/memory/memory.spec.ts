import { eventStoreContract } from '../contract/event-store-contract.ts';
import { openMemoryEventStore } from './memory-event-store.ts';
import { emptyMemoryLog } from './memory-log.ts';

eventStoreContract('memory', async () => {
  const options = { log: emptyMemoryLog(), batchEvents: 7 };
  const store = openMemoryEventStore(options);
  return {
    store,
    reopen: async (crash) => {
      if (!crash) await store.close();
      return openMemoryEventStore(options);
    },
    close: () => store.close(),
  };
});
