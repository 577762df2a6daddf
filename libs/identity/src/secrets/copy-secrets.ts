import { chmodSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { IdentityUnavailable } from './errors.ts';

const ownExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/**
 * Copies identity.db, in use or not, into a new file of mode 0600. It holds hashes of passphrases and PINs, and neither
 * sessions nor one-time codes: those that ended since would come back with it.
 * @throws IdentityUnavailable when it cannot be read or the copy not be written
 */
export async function copySecrets(from: string, to: string): Promise<void> {
  await done('./copier.worker', { from, to });
  chmodSync(to, 0o600);
}

/**
 * Puts such a copy into the empty tables of a PostgreSQL database, all or nothing; tables that hold accounts are left as
 * they are.
 * @throws IdentityUnavailable when the database cannot be used
 */
export const restoreSecretsInto = (url: string, from: string): Promise<void> => done('./importer.worker', { from, url });

async function done(module: string, workerData: object): Promise<void> {
  const execArgv = ownExtension === '.ts' ? ['--conditions=source'] : [];
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL(`${module}${ownExtension}`, import.meta.url), { workerData, execArgv });
    worker.once('message', () => resolve());
    worker.once('error', (error: Error & { code?: string }) => reject(new IdentityUnavailable(error.message, error.code)));
    worker.once('exit', () => reject(new IdentityUnavailable('its copier ended')));
  });
}
