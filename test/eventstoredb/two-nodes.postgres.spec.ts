import { EventStoreDbDouble } from '../support/eventstoredb/double.ts';
import { twoNodes } from './two-nodes.ts';

describe('two nodes on the double of EventStoreDB', () => {
  twoNodes(async () => {
    const double = await EventStoreDbDouble.started();
    return {
      settings: { SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: double.url },
      close: async () => double.kill(),
    };
  });
});
