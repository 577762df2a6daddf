import { openEventStoreDb } from '#event-store';
import { eventStoreContract } from '../../libs/event-store/src/contract/event-store-contract.ts';
import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';

/*
 * Pages shorter than most streams, so that every clause crosses the edge of a page; deadlines that a busy machine does
 * not reach: what happens when they pass is tried in behaviour.fault.spec.ts.
 */
const patient = { openWithin: 120_000, patience: 120_000, attemptTimeout: 60_000 } as const;

eventStoreContract('eventstoredb, against its double', async () => {
  const double = await EventStoreDbDouble.started();
  const open = () => openEventStoreDb({ url: double.url, prefix: 'saksi.contract', batchEvents: 20, ...patient });
  let store = await open();
  return {
    store,
    reopen: async (how) => {
      if (how === 'after a crash') double.kill();
      await store.close();
      if (how === 'after a crash') await double.start();
      store = await open();
      return store;
    },
    close: async () => {
      await store.close();
      double.kill();
    },
  };
});
