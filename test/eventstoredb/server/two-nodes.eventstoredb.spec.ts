import { twoNodes } from '../two-nodes.ts';
import { realServer } from './real-server.ts';

describe('two nodes on a real EventStoreDB', () => {
  twoNodes(async () => {
    const { settings, remove } = realServer();
    return { settings, close: remove };
  });
});
