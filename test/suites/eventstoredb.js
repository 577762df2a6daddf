import { suite } from './files.js';

/**
 * Needs an EventStoreDB (SAKSI_EVENTSTOREDB_URL; test/eventstoredb/server/real-server.ts says what else it may be told),
 * and a PostgreSQL as the suite of that name does. Not a part of `npm test`.
 */
export default suite('eventstoredb', {
  testTimeout: 300_000,
  maxWorkers: 1,
  globalSetup: '<rootDir>/test/support/postgres/start.js',
  globalTeardown: '<rootDir>/test/support/postgres/stop.js',
});
