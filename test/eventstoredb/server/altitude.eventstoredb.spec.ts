import 'reflect-metadata';
import { useStack } from '#testing';
import { openHttpStack } from '../../support/http-stack.ts';
import { lift } from '../../support/lift.ts';
import { realServer } from './real-server.ts';

/* Every command spec once more: through authenticated HTTP, on a log in EventStoreDB. */
const { url, prefix } = realServer();
const stack = openHttpStack({ SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: url, SAKSI_EVENTSTOREDB_PREFIX: prefix });

beforeAll(async () => useStack(await stack));
afterAll(async () => (await stack).close());

for (const context of ['access', 'identity', 'vault']) await lift(context);
