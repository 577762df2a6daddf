import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { outage } from './outage.ts';

describe('the double of EventStoreDB goes away', () => {
  outage(async () => {
    const double = await EventStoreDbDouble.started();
    return {
      settings: { SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: double.url },
      kill: async () => double.kill(),
      start: () => double.start(),
      close: async () => double.kill(),
    };
  });
});
