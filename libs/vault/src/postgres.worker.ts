import { workerData } from 'node:worker_threads';
import { serveAsync } from './link/serve-async.ts';
import { openPostgresVault, type PostgresOps, type PostgresVaultData } from './postgres/open.ts';

await serveAsync<PostgresOps>(() => openPostgresVault(workerData as PostgresVaultData));
