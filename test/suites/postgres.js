import { suite } from './files.js';

/** Needs PostgreSQL: its programs on this machine, or SAKSI_TEST_POSTGRES_URL of a server whose databases it may make and drop. */
export default suite('postgres', {
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/postgres/start.js',
  globalTeardown: '<rootDir>/test/support/postgres/stop.js',
});
