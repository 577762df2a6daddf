import { Worker } from 'node:worker_threads';

/** Runs SQL on a closed vault.db as a burglar would, in a worker of its own; resolves to the first row's first column, if any. */
export function alterDatabase(folder: string, sql: string, file = 'vault.db'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./burglar.worker.ts', import.meta.url), { workerData: { file: `${folder}/${file}`, sql } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
