import { openEventStoreDb } from '#event-store';
import { seeded } from '../../../libs/event-store/src/contract/random.ts';
import { brokenDecisions } from '../decisions.ts';
import { realServer } from './real-server.ts';

const { url, prefix, remove } = realServer();
afterAll(remove);

it('decides on what was acknowledged on any node, whoever heard of it first', async () => {
  const nodes = await Promise.all([0, 1, 2].map(() => openEventStoreDb({ url, prefix, patience: 20_000 })));
  const broken: string[] = [];
  for (let round = 0; round < 20; round++) broken.push(...(await brokenDecisions(nodes, seeded(round), `${prefix} ${round}`)));
  expect(broken).toEqual([]);
  await Promise.all(nodes.map((node) => node.close()));
}, 300_000);
