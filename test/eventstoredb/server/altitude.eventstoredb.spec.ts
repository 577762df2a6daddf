import 'reflect-metadata';
import { useStack } from '#testing';
import { openHttpStack } from '../../support/http-stack.ts';
import { contexts, lift } from '../../support/lift.ts';
import { realServer } from './real-server.ts';

/* Every command spec once more: through authenticated HTTP, on a log in EventStoreDB. */
const { settings, remove } = realServer();
const stack = openHttpStack(settings);

beforeAll(async () => useStack(await stack));
afterAll(async () => {
  await (await stack).close();
  await remove();
});

for (const context of contexts()) await lift(context);
