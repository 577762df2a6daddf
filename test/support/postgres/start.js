import { startPostgres } from './cluster.js';

/** jest's global setup of the suite that needs PostgreSQL: a server of the suite's own, unless it is given one. */
export default async function start() {
  if (process.env.SAKSI_TEST_POSTGRES_URL) return;
  const server = await startPostgres();
  process.env.SAKSI_TEST_POSTGRES_URL = server.url;
  globalThis.postgresOfTheTests = server;
}
