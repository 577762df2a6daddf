import { openEventStoreDb } from '#event-store';
import { eventStoreContract } from '../../../libs/event-store/src/contract/event-store-contract.ts';
import { realServer } from './real-server.ts';

eventStoreContract('eventstoredb, against a real server', async () => {
  const { url, prefix, power, remove } = realServer();
  const open = () => openEventStoreDb({ url, prefix, batchEvents: 20, openWithin: 60_000, patience: 20_000, attemptTimeout: 5_000 });
  let store = await open();
  return {
    store,
    reopen: async (how) => {
      // Without the means to kill the server the crash is this process's own: its connection goes with it.
      if (how === 'after a crash') await power?.kill();
      await store.close();
      if (how === 'after a crash') await power?.start();
      store = await open();
      return store;
    },
    close: async () => {
      await store.close();
      await remove();
    },
  };
});
